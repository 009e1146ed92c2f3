import { Text, View } from '@tarojs/components';
import { AFTERSALE_OPEN } from '@jishi/contract/plain/aftersales';
import type { OrderAftersales } from '@/api/aftersales';
import type { Order } from '@/api/orders';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { to } from '@/lib/routes';
import { KIND_WORDS, STATE_WORDS } from '../aftersaleWords';
import css from './AftersaleEntry.module.scss';

interface AftersaleEntryProps {
  order: Order;
  /** What was asked back, and what still can be. */
  aftersales: OrderAftersales;
}

/** Under an order's lines: each request with where it stands, and the way to another one. */
export function AftersaleEntry({ order, aftersales: { items, kinds } }: AftersaleEntryProps) {
  return (
    <>
      {items.map(({ id, kind, state }) => (
        <Cell
          key={id}
          label={KIND_WORDS[kind]}
          value={<Text className={AFTERSALE_OPEN.includes(state) ? css.open : ''}>{STATE_WORDS[state]}</Text>}
          onTap={() => to.aftersale(id)}
        />
      ))}
      {kinds.length > 0 && (
        <View className={css.ask}>
          <Button kind="plain" size="s" onTap={() => to.aftersaleApply(order.id)}>
            {order.state === 'paid' ? '申请退款' : '退款 / 退货'}
          </Button>
        </View>
      )}
    </>
  );
}
