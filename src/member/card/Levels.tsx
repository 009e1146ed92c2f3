import { View } from '@tarojs/components';
import type { MemberLevel } from '@/api/members';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { SectionHead } from '@/components/SectionHead';
import { grouped } from '@/lib/grouped';
import css from './Benefits.module.scss';

/** All levels, what they ask for and what they give. */
export function Levels({ levels, levelId }: { levels: readonly MemberLevel[]; levelId: string | null }) {
  return (
    <Card>
      <View className={css.head}>
        <SectionHead title="各级对比" subtitle="按近一年的成长值" />
      </View>
      {levels.map(({ id, name, fromGrowth, benefits }) => (
        <Cell
          key={id}
          label={id === levelId ? `${name} · 现在` : name}
          hint={benefits.map(({ kind, title, text }) => (kind === 'freeShipping' ? text : title)).join('、')}
          value={fromGrowth === 0 ? '开卡就是' : `成长值 ${grouped(fromGrowth)}`}
        />
      ))}
    </Card>
  );
}
