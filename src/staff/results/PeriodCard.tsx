import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { StaffPeriod } from '@jishi/contract/plain/staff';
import { Card } from '@/components/Card';
import { ErrorState } from '@/components/ErrorState';
import { Amount } from '../Amount';
import { compareWords, yuanText } from '../figureWords';
import { FiguresSkeleton } from '../FiguresSkeleton';
import { figuresQuery } from '../keptFigures';
import { Stats } from '../Stats';
import { momentText } from '../timeWords';
import css from './PeriodCard.module.scss';

/** What the guide's codes brought in the period, beside the one before, and their place in each store. */
export function PeriodCard({ employeeId, period }: { employeeId: string | null; period: StaffPeriod }) {
  const { data, error, refetch, isFetched, isStale } = useQuery(figuresQuery(employeeId, period));
  useDidShow(() => {
    if (isFetched && isStale) void refetch();
  });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <FiguresSkeleton />;
  const { now, before, ranks, countedAt } = data;
  const change = compareWords(now.amountFen, before.amountFen, period);
  return (
    <Card>
      <View className={css.card}>
        <Amount
          title="成交"
          counted={momentText(countedAt)}
          isOld={Boolean(error)}
          fen={now.amountFen}
          change={change}
        />
        <Stats
          items={[
            { name: '成交单', value: now.orders },
            { name: '扫码', value: now.scans },
            { name: '新顾客', value: now.newCustomers },
          ]}
        />
        <Stats
          items={[
            { name: '退回顾客', value: yuanText(now.refundedFen) },
            { name: '净成交', value: yuanText(now.amountFen - now.refundedFen) },
            { name: '预计提成', value: yuanText(now.commissionFen) },
          ]}
        />
        {ranks.map(({ storeName, rank, of }) => (
          <View key={storeName} className={css.rank}>
            <Text className={css.store}>{storeName}</Text>
            <Text className={css.place}>{of > 1 ? `第 ${rank} 名，共 ${of} 位导购` : '店里现在只有你一位导购'}</Text>
          </View>
        ))}
        <Text className={css.note}>预计提成按店里的比例估算，实际以店里发的为准。</Text>
      </View>
    </Card>
  );
}
