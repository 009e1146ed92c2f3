import { Text, View } from '@tarojs/components';
import type { Order } from '@/api/orders';
import { Button } from '@/components/Button';
import { CountdownText } from '@/components/CountdownText';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { to } from '@/lib/routes';
import { countUnits, stateWord, timeText } from '../orderWords';
import type { OrderAction } from '../useOrderActions';
import css from './OrderCard.module.scss';

const MAX_PICTURES = 3;

interface OrderCardProps {
  order: Order;
  serverOffsetMs: number;
  busyWith: OrderAction | null;
  onPay(): void;
  onCancel(): void;
  /** The countdown has run out. */
  onExpire(): void;
}

export function OrderCard({ order, serverOffsetMs, busyWith, onPay, onCancel, onExpire }: OrderCardProps) {
  const isWaiting = order.state === 'unpaid';
  const isOver = order.state === 'done' || order.state === 'closed';
  return (
    <View className={css.card} role="link" aria-label={`订单 ${order.id}`} onClick={() => to.order(order.id)}>
      <View className={css.head}>
        <Text className={css.time}>{timeText(order.createdAt)}</Text>
        <Text className={`${css.state} ${isWaiting ? css.act : isOver ? css.over : css.going}`}>
          {stateWord(order)}
        </Text>
      </View>
      <Goods order={order} />
      {isWaiting && (
        <View className={css.keys} onClick={(event) => event.stopPropagation()}>
          <Button kind="plain" size="s" isDisabled={busyWith !== null} onTap={onCancel}>
            取消订单
          </Button>
          <View className={css.gap} />
          <Button kind="primary" size="s" isDisabled={busyWith === 'cancel'} isBusy={busyWith === 'pay'} onTap={onPay}>
            去付款
            <View className={css.left}>
              <CountdownText until={order.expiresAt} serverOffsetMs={serverOffsetMs} onEnd={onExpire} />
            </View>
          </Button>
        </View>
      )}
    </View>
  );
}

/** One line is told in words, several in pictures. */
function Goods({ order }: { order: Order }) {
  const { lines, totalFen } = order;
  const [first] = lines;
  const isSingle = lines.length === 1;
  return (
    <View className={css.goods}>
      {lines.slice(0, isSingle ? 1 : MAX_PICTURES).map((line) => (
        <View key={line.skuId} className={css.picture}>
          <Picture src={line.imageUrl} alt={line.title} />
        </View>
      ))}
      <View className={css.words}>
        {isSingle && first && (
          <>
            <Text className={css.title}>{first.title}</Text>
            {first.optionText !== '' && <Text className={css.options}>{first.optionText}</Text>}
          </>
        )}
      </View>
      <View className={css.sum}>
        <Price fen={totalFen} size="s" tone="ink" isExact />
        <Text className={css.count}>共 {countUnits(lines)} 件</Text>
      </View>
    </View>
  );
}
