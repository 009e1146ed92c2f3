import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { StatementSide } from '@jishi/contract/plain/points';
import { listStatement, type StatementLine } from '@/api/points';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { SkeletonBox } from '@/components/SkeletonBox';
import { grouped } from '@/lib/grouped';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useEndless } from '@/lib/useEndless';
import { momentWords, signed } from '../words';
import coinPicture from '../pictures/coin.png';
import css from './Statement.module.scss';

const SIDES: readonly { value: StatementSide; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'in', text: '得到' },
  { value: 'out', text: '用掉' },
];

/** Every change with its reason, the newest first. */
export function Statement() {
  const [side, setSide] = useState<StatementSide>('all');
  return (
    <>
      <View className={css.sides}>
        {SIDES.map(({ value, text }) => (
          <Chip key={value} isOn={value === side} onTap={() => setSide(value)}>
            {text}
          </Chip>
        ))}
      </View>
      <Lines key={side} side={side} />
    </>
  );
}

function Lines({ side }: { side: StatementSide }) {
  const {
    items: lines,
    error,
    refetch,
    end,
  } = useEndless(keys.statement(side), (cursor) => listStatement({ side, ...(cursor && { cursor }) }));
  if (!lines) return error ? <ErrorState error={error} onRetry={refetch} /> : <Waiting />;
  if (lines.length === 0) {
    return (
      <Empty
        picture={coinPicture}
        title={side === 'out' ? '还没有用过积分' : '还没有积分'}
        text={side === 'out' ? '下单时可以用积分抵现' : '签到和确认收货都会得积分'}
        action={{ text: '去逛逛', onTap: to.home }}
      />
    );
  }
  return (
    <>
      <Card>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </Card>
      <ListEnd {...end} />
    </>
  );
}

function Line({ line: { reason, delta, balance, at } }: { line: StatementLine }) {
  return (
    <View className={css.line}>
      <View className={css.words}>
        <Text className={css.reason}>{reason}</Text>
        <Text className={css.at}>{momentWords(at, new Date())}</Text>
      </View>
      <View className={css.figures}>
        <Text className={delta > 0 ? `${css.delta} ${css.in}` : css.delta}>{signed(delta)}</Text>
        <Text className={css.balance}>余 {grouped(balance)}</Text>
      </View>
    </View>
  );
}

function Waiting() {
  return (
    <View className={css.waiting}>
      <SkeletonBox height={320} radius={20} />
    </View>
  );
}
