import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '@/api/guide';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { figuresQuery } from '../keptFigures';
import { StaffPage } from '../StaffPage';
import { Entrances } from './Entrances';
import { Head } from './Head';
import { Shelf } from './Shelf';
import { TodayCard } from './TodayCard';
import { Waiting } from './Waiting';
import css from './index.module.scss';

/** Critical: who has come. Deferred: today's figures, of which the last ones stand meanwhile, and the goods. */
export default function StaffHome() {
  const staff = useQuery(staffQuery);
  const isActive = staff.data?.state === 'active';
  const today = useQuery({ ...figuresQuery(staff.data?.employeeId ?? null, 'today'), enabled: isActive });
  useRefresh(keys.staff, keys.staffFigures, ['products', 'endless']);
  useDidShow(() => {
    if (isActive && today.isFetched && today.isStale) void today.refetch();
  });
  return (
    <StaffPage title="导购工作台" waiting={<Waiting />}>
      {(me) => (
        <>
          <View className={css.top}>
            <Head me={me} />
            <TodayCard figures={today.data} error={today.error} onRetry={() => void today.refetch()} />
          </View>
          <Entrances />
          <Shelf commissionPermille={me.commissionPermille} />
        </>
      )}
    </StaffPage>
  );
}
