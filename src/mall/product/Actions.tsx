import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { to } from '@/lib/routes';
import { Duo } from './Duo';
import type { Intent } from './SkuSheet';
import type { Product } from './chooseSku';
import css from './Actions.module.scss';

interface ActionsProps {
  product: Pick<Product, 'isSoldOut'> | null;
  isPartial: boolean;
  cartCount: number;
  onTap?(intent: Intent): void;
}

/** The bar at the bottom: the cart, and what can be done with this product. */
export function Actions({ product, isPartial, cartCount, onTap }: ActionsProps) {
  if (product?.isSoldOut) {
    return (
      <>
        <CartEntrance count={cartCount} />
        <View className={css.one}>
          <Button kind="primary" isBlock onTap={() => void to.list({})}>
            卖完了，看看别的
          </Button>
        </View>
      </>
    );
  }
  return (
    <>
      <CartEntrance count={cartCount} />
      <Duo isDisabled={isPartial} onAdd={() => onTap?.('add')} onBuy={() => onTap?.('buy')} />
    </>
  );
}

export function CartEntrance({ count }: { count: number }) {
  return (
    <View className={css.cart} role="link" aria-label={`购物袋，${count} 件`} onClick={() => void to.cart()}>
      <Icon name="basket" size={22} />
      <Text className={css.word}>购物袋</Text>
      {count > 0 && <Text className={css.badge}>{count > 99 ? '99+' : count}</Text>}
    </View>
  );
}
