import { useQuery } from '@tanstack/react-query';
import type { BlockOf } from '@jishi/contract/layouts';
import { myGuideQuery } from '@/api/guide';
import { GuideCard } from '@/components/GuideCard';
import { usePreviewed } from '@/lib/previewed';

/** For whoever arranges the page, and has no guide themselves. */
const SAMPLE = { name: '小满', storeName: '顾客的门店', phone: '0571-00000000' };

/** The shopper's own guide; nothing for whoever has none, or while it is not known. */
export function GuideBlock({ hasCall }: BlockOf<'guide'>['props']) {
  const isPreviewed = usePreviewed(({ page }) => page !== null);
  const { data } = useQuery({ ...myGuideQuery, enabled: !isPreviewed });
  const guide = isPreviewed ? SAMPLE : data?.guide;
  if (!guide) return null;
  return <GuideCard {...guide} phone={hasCall ? guide.phone : ''} />;
}
