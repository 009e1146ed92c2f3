import { View } from '@tarojs/components';
import type { Order } from '@/api/orders';
import { Button } from '@/components/Button';
import { back } from '@/lib/routes';
import type { OrderAction, OrderActions } from '../useOrderActions';
import css from './index.module.scss';

interface ActionsProps {
  order: Order;
  actions: OrderActions;
}

/** What can be done with the order as it stands; the last one is what most shoppers want. */
export function Actions({ order, actions }: ActionsProps) {
  const { busy, askWhy, pay, confirm, buyAgain, remove } = actions;
  const { id, state, fulfilment } = order;
  const isPickup = fulfilment === 'pickup';
  const button = (action: OrderAction, text: string, onTap: () => void, isMain: boolean) => (
    <View key={action} className={css.action}>
      <Button
        kind={isMain ? 'primary' : 'plain'}
        isDisabled={busy !== null && busy.action !== action}
        isBusy={busy?.action === action}
        onTap={onTap}
      >
        {text}
      </Button>
    </View>
  );
  const again = (isMain: boolean) => button('buyAgain', '再来一单', () => void buyAgain(id), isMain);
  const hasArrived = state === 'shipped' || (state === 'paid' && isPickup);
  const isOver = state === 'done' || state === 'closed';
  return (
    <View className={css.actions}>
      {state === 'unpaid' && button('cancel', '取消订单', () => askWhy(id), false)}
      {state === 'unpaid' && button('pay', '去付款', () => void pay(id), true)}
      {isOver && button('remove', '删除订单', () => void remove(id, back), false)}
      {state !== 'unpaid' && again(!hasArrived)}
      {hasArrived && button('confirm', isPickup ? '我已取货' : '确认收货', () => void confirm(id, isPickup), true)}
    </View>
  );
}
