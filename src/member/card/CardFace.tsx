import { Image, Text, View } from '@tarojs/components';
import { spaced } from '@jishi/contract/plain/members';
import type { Member, MemberCard } from '@/api/members';
import { dayWords } from '@/lib/beijingDay';
import { grouped } from '@/lib/grouped';
import wheat from '../pictures/wheat.png';
import { levelOf, progressOf } from '../progress';
import css from './CardFace.module.scss';

/** Number, level, and how far it is to the next one, in words and as a bar. */
export function CardFace({ member, card }: { member: Member; card: MemberCard }) {
  const { levels } = member;
  const level = levelOf(member, card);
  const next = levels.find(({ id }) => id === card.next?.levelId);
  const share = `${(progressOf(levels, card.growth) * 100).toFixed(1)}%`;
  return (
    <View className={css.face}>
      <View className={css.head}>
        <View className={css.who}>
          <Text className={css.number}>会员 No. {spaced(card.cardNo)}</Text>
          <View className={css.level}>
            <Text className={css.name}>{level.name}</Text>
            <Text className={css.rank}>Lv.{level.rank}</Text>
          </View>
        </View>
        <Image className={css.picture} src={wheat} mode="aspectFit" />
      </View>
      <View className={css.growth}>
        <Text>
          成长值 <Text className={css.count}>{grouped(card.growth)}</Text>
          {next && ` / ${grouped(next.fromGrowth)}`}
        </Text>
        <Text>{next ? `还差 ${grouped(card.next!.missing)} 升${next.name}` : '已经是最高一级'}</Text>
      </View>
      <View className={css.bar} aria-hidden>
        <View className={css.done} style={{ width: share }} />
      </View>
      <View className={css.names}>
        {levels.map(({ id, name }) => (
          <Text key={id} className={id === level.id ? css.here : css.there}>
            {name}
          </Text>
        ))}
      </View>
      {card.graceUntil && (
        <View className={css.grace} role="status">
          近一年的成长值不到{level.name}的 {grouped(level.fromGrowth)}，{dayWords(card.graceUntil)}前达到就保留
        </View>
      )}
    </View>
  );
}
