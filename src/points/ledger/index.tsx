import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { getPoints } from '@/api/points';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { CheckInCard } from './CheckInCard';
import { Statement } from './Statement';
import { Summary, SummarySkeleton } from './Summary';

/** Critical: what there is. Deferred: the days of checking in, and the statement, each with its own retry. */
export default function PointsLedger() {
  const { data: points, error, isFetched, isStale, refetch } = useQuery({ queryKey: keys.points, queryFn: getPoints });
  useRefresh(keys.allPoints);
  useDidShow(() => {
    if (isFetched && isStale) void refetch();
  });
  return (
    <Page title="积分明细">
      {!points && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SummarySkeleton />)}
      {points && (
        <>
          <Summary points={points} />
          <CheckInCard />
          <Statement />
        </>
      )}
    </Page>
  );
}
