import { useRef, useState } from 'react';
import { cancelOrder, type Order } from '@/api/orders';
import { hasCode } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';
import { payOrder } from './payOrder';

export type OrderAction = 'pay' | 'cancel';

/** What a shopper can do with an unpaid order, for the list, the detail and the result page. One thing at a time. */
export function useOrderActions() {
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
    cancel: (orderId: string) =>
      run(orderId, 'cancel', async () => {
        const isSure = await platform.confirm({
          title: '取消这一单吗？',
          text: '取消后，为你留着的货会放回货架',
          confirmText: '取消订单',
          cancelText: '再想想',
        });
        if (!isSure) return;
        keepOrder(await cancelOrder(orderId));
        platform.toast('订单已取消');
      }),
  };
}

/** Shows what the server just said about one order, and asks again for the lists it stands in. */
export function keepOrder(order: Order): void {
  queryClient.setQueryData(keys.order(order.id), order);
  void queryClient.invalidateQueries({ queryKey: keys.orderLists });
}

function refreshOrders(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.allOrders });
}
