import { View } from '@tarojs/components';
import type { LevelMove } from '@/api/members';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { SectionHead } from '@/components/SectionHead';
import { dayWords } from '@/lib/beijingDay';
import css from './Benefits.module.scss';

/** Why the level is what it is, the last change first. */
export function Moves({ moves }: { moves: readonly LevelMove[] }) {
  if (moves.length === 0) return null;
  return (
    <Card>
      <View className={css.head}>
        <SectionHead title="等级记录" />
      </View>
      {moves.map(({ id, words, at }) => (
        <Cell key={id} label={dayWords(at)} hint={words} value="" />
      ))}
    </Card>
  );
}
