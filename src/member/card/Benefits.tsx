import { Image, Text, View } from '@tarojs/components';
import type { BenefitKind } from '@jishi/contract/plain/members';
import type { MemberLevel } from '@/api/members';
import { Card } from '@/components/Card';
import { SectionHead } from '@/components/SectionHead';
import points from '../pictures/points.png';
import price from '../pictures/price.png';
import shipping from '../pictures/shipping.png';
import css from './Benefits.module.scss';

const PICTURES: Record<BenefitKind, string> = { memberPrice: price, points, freeShipping: shipping };

/** What the level gives; a level that gives nothing has no such card. */
export function Benefits({ level }: { level: MemberLevel }) {
  if (level.benefits.length === 0) return null;
  return (
    <Card>
      <View className={css.head}>
        <SectionHead title={`${level.name}权益`} subtitle={`${level.benefits.length} 项`} />
      </View>
      <View className={css.all}>
        {level.benefits.map(({ kind, title, text }) => (
          <View key={kind} className={css.one}>
            <Image className={css.picture} src={PICTURES[kind]} mode="aspectFit" />
            <Text className={css.title}>{title}</Text>
            <Text className={css.text}>{text}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}
