import { Text, View } from '@tarojs/components';
import type { StaffFigures } from '@/api/staff';
import { Card } from '@/components/Card';
import { Amount } from '../Amount';
import { compareWords, yuanText } from '../figureWords';
import { FiguresSkeleton } from '../FiguresSkeleton';
import { PartFailed } from '../PartFailed';
import { Stats } from '../Stats';
import { momentText } from '../timeWords';
import css from './TodayCard.module.scss';

interface TodayCardProps {
  figures: StaffFigures | undefined;
  error: unknown;
  onRetry(): void;
}

/** What the guide's codes have brought today. Figures of an earlier day are not passed off as today's. */
export function TodayCard({ figures, error, onRetry }: TodayCardProps) {
  if (!figures && !error) return <FiguresSkeleton />;
  if (!figures) {
    return (
      <Card>
        <PartFailed what="今天的业绩" error={error} onRetry={onRetry} />
      </Card>
    );
  }
  const { now, before, countedAt } = figures;
  const change = compareWords(now.amountFen, before.amountFen, 'today');
  return (
    <Card>
      <View className={css.card}>
        <Amount
          title={isToday(countedAt) ? '今天' : '上一次看到的'}
          counted={momentText(countedAt).replace('今天 ', '')}
          isOld={Boolean(error)}
          fen={now.amountFen}
          change={change}
        />
        <Text className={css.hint}>
          {now.refundedFen > 0 ? `扫码与分享带来的成交，其中退了 ${yuanText(now.refundedFen)}` : '扫码与分享带来的成交'}
        </Text>
        <Stats
          items={[
            { name: '成交单', value: now.orders },
            { name: '扫码', value: now.scans },
            { name: '新顾客', value: now.newCustomers },
            { name: '预计提成', value: yuanText(now.commissionFen) },
          ]}
        />
      </View>
    </Card>
  );
}

const isToday = (time: string) => new Date(time).toDateString() === new Date().toDateString();
