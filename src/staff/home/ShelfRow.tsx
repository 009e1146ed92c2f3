import { Text, View } from '@tarojs/components';
import type { ProductCard } from '@/api/products';
import { Button } from '@/components/Button';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { to } from '@/lib/routes';
import { commissionOf, yuanText } from '../figureWords';
import { StaffIcon } from '../StaffIcon';
import css from './ShelfRow.module.scss';

/** A product that a guide may pass on. */
export function ShelfRow({ product, commissionPermille }: { product: ProductCard; commissionPermille: number }) {
  const { id, title, imageUrl, priceFen, hasPriceRange, isSoldOut, salesCount } = product;
  const earns = commissionOf(priceFen, commissionPermille);
  return (
    <View className={css.row}>
      <View className={css.main} role="link" aria-label={title} onClick={() => to.product(id)}>
        <View className={css.picture}>
          <Picture src={imageUrl} />
        </View>
        <View className={css.words}>
          <View className={css.title}>{title}</View>
          <View className={css.line}>
            {earns > 0 && (
              <Text className={css.earns}>
                预计提成 {yuanText(earns)}
                {hasPriceRange ? ' 起' : ''}
              </Text>
            )}
            <Text className={css.quiet}>
              {isSoldOut ? '暂时卖完了' : salesCount > 0 ? `卖了 ${salesCount} 件` : ''}
            </Text>
          </View>
          <View className={css.price}>
            <Price fen={priceFen} hasRange={hasPriceRange} tone={isSoldOut ? 'ink' : 'price'} />
          </View>
        </View>
      </View>
      <View className={css.action}>
        <Button kind="soft" size="xs" label={`分享 ${title}`} onTap={() => to.staffShare({ kind: 'product', id })}>
          <View className={css.icon}>
            <StaffIcon name="share" size={14} />
          </View>
          分享
        </Button>
      </View>
    </View>
  );
}
