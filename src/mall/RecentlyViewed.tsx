import { useQuery } from '@tanstack/react-query';
import { listHistory } from '@/api/history';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { Strip } from './Strip';

const MOST = 10;

/** What this person looked at last, without what they look at now. Nothing where that is unknown or nothing. */
export function RecentlyViewed({ exceptId }: { exceptId?: string }) {
  const { data } = useQuery({ queryKey: keys.recentHistory, queryFn: () => listHistory({}) });
  const items = (data?.items ?? [])
    .filter(({ product, state }) => state === 'on_shelf' && product.id !== exceptId)
    .slice(0, MOST);
  if (items.length === 0) return null;
  return <Strip title="最近浏览" more={{ text: '全部', onTap: to.history }} items={items} />;
}
