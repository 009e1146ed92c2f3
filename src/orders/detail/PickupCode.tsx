import { Text, View } from '@tarojs/components';
import type { Order } from '@/api/orders';
import { Card } from '@/components/Card';
import css from './PickupCode.module.scss';

type Pickup = NonNullable<Order['pickup']>;

/** The store, its hours and, once it is paid, the code that is said at the counter. */
export function PickupCode({ pickup, isWaiting }: { pickup: Pickup; isWaiting: boolean }) {
  return (
    <Card>
      <View className={css.card}>
        <Text className={css.store}>{pickup.name}</Text>
        <Text className={css.hours}>
          每天 {pickup.opensAt}–{pickup.closesAt} · {pickup.phone}
        </Text>
        {isWaiting && pickup.code && (
          <View className={css.code} aria-label={`取货码 ${pickup.code}`}>
            <Text className={css.word}>取货码</Text>
            <Text className={css.digits} selectable>
              {pickup.code.replace(/(\d{4})(?=\d)/, '$1 ')}
            </Text>
          </View>
        )}
      </View>
    </Card>
  );
}
