import { useRef } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addNotice, listNotices, removeNotice } from '@/api/notices';
import { Button } from '@/components/Button';
import { keys } from '@/lib/queryKeys';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';

/** Asks to be told when a sold-out product is back, or no longer. */
export function RestockButton({ productId }: { productId: string }) {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: keys.notices(productId), queryFn: () => listNotices(productId) });
  const notice = data?.items.find(({ kind, skuId }) => kind === 'restock' && skuId === null);
  // the mutation's own state is a frame late for a double tap
  const isSending = useRef(false);
  const change = useMutation({
    mutationFn: async () => {
      if (notice) await removeNotice(notice.id);
      else await addNotice({ kind: 'restock', productId });
      platform.toast(notice ? '不再提醒到货' : '记下了，到货会在“我的”里告诉你');
      await client.invalidateQueries({ queryKey: keys.allNotices });
    },
    onError: showError,
    onSettled: () => {
      isSending.current = false;
    },
  });
  const tap = () => {
    if (isSending.current) return;
    isSending.current = true;
    change.mutate();
  };
  return (
    <Button kind="primary" isBlock half="right" isBusy={change.isPending} onTap={tap}>
      {notice ? '已设到货提醒' : '到货提醒'}
    </Button>
  );
}
