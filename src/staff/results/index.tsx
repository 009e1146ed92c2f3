import { useState } from 'react';
import { View } from '@tarojs/components';
import { STAFF_PERIODS, type StaffPeriod } from '@jishi/contract/plain/staff';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { ChoiceRow } from '../ChoiceRow';
import { FiguresSkeleton } from '../FiguresSkeleton';
import { PERIOD_NAMES } from '../figureWords';
import { StaffPage } from '../StaffPage';
import { Breakdown } from './Breakdown';
import { OwnOrders } from './OwnOrders';
import { PeriodCard } from './PeriodCard';
import css from './index.module.scss';

const PERIODS = STAFF_PERIODS.map((value) => ({ value, text: PERIOD_NAMES[value] }));

/** Critical: the figures. Deferred: what they are made of, and the orders behind them. */
export default function Results() {
  const [period, setPeriod] = useState<StaffPeriod>('today');
  useRefresh(keys.staffFigures, keys.staffResults, keys.staffOrders);
  return (
    <StaffPage title="我的业绩" waiting={<FiguresSkeleton />}>
      {(me) => (
        <>
          <View className={css.periods}>
            <ChoiceRow label="时间" choices={PERIODS} value={period} onChange={(value) => setPeriod(value)} />
          </View>
          <PeriodCard employeeId={me.employeeId} period={period} />
          <Breakdown period={period} />
          <OwnOrders />
        </>
      )}
    </StaffPage>
  );
}
