import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addNotice, listNotices, removeNotice, type Wish } from '@/api/notices';
import { useMessages } from '@/api/useMessages';
import { keys } from '@/lib/queryKeys';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';

const ASKED: Record<Wish['kind'], string> = {
  restock: '记下了，到货会在“提醒”里告诉你',
  price_drop: '记下了，降价会在“提醒”里告诉你',
};
const LEFT: Record<Wish['kind'], string> = { restock: '不再提醒到货', price_drop: '不再提醒降价' };

/** A wish to be told something about a product, or about one SKU of it, and the tap that makes or drops it. */
export function useNotice({ kind, productId, skuId }: Wish) {
  const client = useQueryClient();
  const messages = useMessages(kind);
  const { data } = useQuery({ queryKey: keys.notices(productId), queryFn: () => listNotices(productId) });
  const notice = data?.items.find((item) => item.kind === kind && item.skuId === (skuId ?? null));
  const change = useMutation({
    mutationFn: async () => {
      if (notice) await removeNotice(notice.id);
      else await addNotice({ kind, productId, ...(skuId !== undefined && { skuId }) });
      platform.toast(notice ? LEFT[kind] : ASKED[kind]);
      await client.invalidateQueries({ queryKey: keys.allNotices });
    },
    onError: showError,
  });
  const toggle = () => {
    if (change.isPending) return;
    // in the tap itself, or the super-app does not ask
    if (!notice) void messages.ask();
    change.mutate();
  };
  return { isAsked: notice !== undefined, isBusy: change.isPending, toggle };
}
