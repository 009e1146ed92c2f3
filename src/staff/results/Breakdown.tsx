import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { StaffPeriod } from '@jishi/contract/plain/staff';
import { listResults, type ResultRow } from '@/api/staff';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Picture } from '@/components/Picture';
import { keys } from '@/lib/queryKeys';
import { yuanText } from '../figureWords';
import { PartFailed } from '../PartFailed';
import { StaffIcon } from '../StaffIcon';
import { StaffRows } from '../StaffRows';
import css from './Breakdown.module.scss';

const WAYS = [
  { by: 'product', name: '按商品看' },
  { by: 'code', name: '按码看' },
] as const;
type Way = (typeof WAYS)[number]['by'];

/** What the figures are made of. */
export function Breakdown({ period }: { period: StaffPeriod }) {
  const [by, setBy] = useState<Way>('product');
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.staffResults, period, by],
    queryFn: () => listResults(period, by),
  });
  return (
    <>
      <View className={css.chips}>
        {WAYS.map((way) => (
          <View key={way.by} className={css.chip}>
            <Chip isOn={way.by === by} onTap={() => setBy(way.by)}>
              {way.name}
            </Chip>
          </View>
        ))}
      </View>
      {!data && !error && <StaffRows count={2} />}
      {!data && error && <PartFailed what="这一段" error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text className={css.none}>这段时间还没有人扫码</Text>}
      {data && data.length > 0 && (
        <Card>
          {data.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </Card>
      )}
    </>
  );
}

function Row({ row: { name, pictureUrl, scans, orders, amountFen, refundedFen } }: { row: ResultRow }) {
  const counts = [`扫码 ${scans}`, `成交 ${orders} 单`, refundedFen > 0 && `退了 ${yuanText(refundedFen)}`];
  return (
    <View className={css.row}>
      <View className={css.picture}>
        {pictureUrl ? (
          <Picture src={pictureUrl} />
        ) : (
          <View className={css.place}>
            <StaffIcon name="code" size={20} />
          </View>
        )}
      </View>
      <View className={css.words}>
        <Text className={css.name}>{name}</Text>
        <Text className={css.counts}>{counts.filter(Boolean).join(' · ')}</Text>
      </View>
      <Text className={css.amount}>{yuanText(amountFen)}</Text>
    </View>
  );
}
