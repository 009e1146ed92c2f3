import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { to } from '@/lib/routes';
import { ContactEntrance } from './ContactEntrance';
import { Duo } from './Duo';
import { FavouriteButton } from './FavouriteButton';
import { RestockButton } from './RestockButton';
import type { Intent } from './SkuSheet';
import type { Product } from './chooseSku';
import css from './Actions.module.scss';
import duo from './Duo.module.scss';

interface ActionsProps {
  product: Pick<Product, 'id' | 'title' | 'imageUrl' | 'isSoldOut'> | null;
  isPartial: boolean;
  cartCount: number;
  onTap?(intent: Intent): void;
}

/** The bar at the bottom: customer service, the heart, the cart, and what can be done with this product. */
export function Actions({ product, isPartial, cartCount, onTap }: ActionsProps) {
  if (product?.isSoldOut) {
    return (
      <>
        <ContactEntrance product={product} />
        <FavouriteButton productId={product.id} />
        <CartEntrance count={cartCount} />
        <View className={duo.duo}>
          <View className={duo.part}>
            <Button kind="soft" isBlock half="left" onTap={() => void to.list({})}>
              看看别的
            </Button>
          </View>
          <View className={duo.part}>
            <RestockButton productId={product.id} half="right" />
          </View>
        </View>
      </>
    );
  }
  return (
    <>
      {product && <ContactEntrance product={product} />}
      {product && <FavouriteButton productId={product.id} />}
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
