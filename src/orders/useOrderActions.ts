import { useRef, useState } from 'react';
import type { CancelReason } from '@jishi/contract/plain/orders';
import { buyAgain, cancelOrder, confirmOrder, deleteOrder, type Order } from '@/api/orders';
import { hasCode } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';
import { payOrder } from './payOrder';

export type OrderAction = 'pay' | 'cancel' | 'confirm' | 'buyAgain' | 'remove';

export type OrderActions = ReturnType<typeof useOrderActions>;

/** What a shopper can do with an order, for the list, the detail and the result page. One thing at a time. */
export function useOrderActions() {
  const [cancelling, setCancelling] = useState<string | null>(null);
  const [busy, setBusy] = useState<{ orderId: string; action: OrderAction } | null>(null);
  // state is a frame late for a double tap
  const isRunning = useRef(false);

  const run = async (orderId: string, action: OrderAction, work: () => Promise<void>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy({ orderId, action });
    try {
      await work();
    } catch (error) {
      showError(error);
      // what we showed is out of date
      if (hasCode(error, 'order_state', 'payment_closed', 'not_found')) void refreshOrders();
    } finally {
      isRunning.current = false;
      setBusy(null);
    }
  };

  return {
    busy,
    pay: (orderId: string, onCancelled?: () => void) =>
      run(orderId, 'pay', async () => {
        const outcome = await payOrder(orderId);
        void refreshOrders();
        if (outcome === 'result') to.result(orderId);
        else if (outcome === 'unavailable') platform.toast('这里打不开收银台，请换个方式打开');
        else onCancelled?.();
      }),
    /** The order that is about to be cancelled: the shopper is being asked why. */
    cancelling,
    askWhy: setCancelling,
    cancel: (orderId: string, reason: CancelReason) => {
      setCancelling(null);
      return run(orderId, 'cancel', async () => {
        keepOrder(await cancelOrder(orderId, reason));
        platform.toast('订单已取消');
      });
    },
    confirm: (orderId: string, isPickup: boolean) =>
      run(orderId, 'confirm', async () => {
        const isSure = await platform.confirm({
          title: isPickup ? '货已经取到了吗？' : '货已经收到了吗？',
          text: '确认后这一单就完成了',
          confirmText: isPickup ? '已取到' : '已收到',
          cancelText: '还没有',
        });
        if (isSure) keepOrder(await confirmOrder(orderId));
      }),
    buyAgain: (orderId: string) =>
      run(orderId, 'buyAgain', async () => {
        const { added, refused } = await buyAgain(orderId);
        void queryClient.invalidateQueries({ queryKey: keys.cart });
        if (added.length > 0) to.cart();
        platform.toast(boughtText(added.length, refused));
      }),
    remove: (orderId: string, onRemoved: () => void) =>
      run(orderId, 'remove', async () => {
        const isSure = await platform.confirm({
          title: '删除这一单吗？',
          text: '删除后在订单里就看不到了',
          confirmText: '删除',
          cancelText: '留着',
        });
        if (!isSure) return;
        await deleteOrder(orderId);
        void queryClient.invalidateQueries({ queryKey: keys.orderLists });
        onRemoved();
      }),
  };
}

/** What went into the cart and what could not. */
function boughtText(added: number, refused: { title: string }[]): string {
  const [first] = refused;
  if (!first) return '都放进购物袋了';
  const names = refused.length > 1 ? `「${first.title}」等 ${refused.length} 件` : `「${first.title}」`;
  return added > 0 ? `${names}买不到了，其余在购物袋里` : `${names}买不到了`;
}

/** Shows what the server just said about one order, and asks again for the lists it stands in. */
export function keepOrder(order: Order): void {
  queryClient.setQueryData(keys.order(order.id), order);
  void queryClient.invalidateQueries({ queryKey: keys.orderLists });
}

function refreshOrders(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.allOrders });
}
