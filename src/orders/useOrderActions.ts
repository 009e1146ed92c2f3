import { useState } from 'react';
import { cancelOrder, type Order } from '@/api/orders';
import { hasCode } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';
import { payOrder } from './payOrder';

/** What a shopper can do with an unpaid order, for the list, the detail and the result page. */
export function useOrderActions() {
  const [busyId, setBusyId] = useState<string | null>(null);

  const run = async (orderId: string, action: () => Promise<void>) => {
    if (busyId) return;
    setBusyId(orderId);
    try {
      await action();
    } catch (error) {
      showError(error);
      // what we showed is out of date
      if (hasCode(error, 'order_state', 'payment_closed', 'not_found')) void refreshOrders();
    } finally {
      setBusyId(null);
    }
  };

  return {
    busyId,
    pay: (orderId: string, onCancelled?: () => void) =>
      run(orderId, async () => {
        const outcome = await payOrder(orderId);
        void refreshOrders();
        if (outcome === 'result') to.result(orderId);
        else if (outcome === 'unavailable') platform.toast('这里打不开收银台，请换个方式打开');
        else onCancelled?.();
      }),
    cancel: (orderId: string) =>
      run(orderId, async () => {
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
