import { Text, View } from '@tarojs/components';
import { AddButton } from './AddButton';
import { Picture } from './Picture';
import { Price } from './Price';
import type { ProductSummary } from './ProductCard';
import { salesText } from './salesText';
import css from './ProductRow.module.scss';

/** A product as a row, for the narrow column beside the rail. */
export function ProductRow({ product, onTap, onAdd }: { product: ProductSummary; onTap(): void; onAdd(): void }) {
  const { title, imageUrl, priceFen, hasPriceRange, compareAtFen, isSoldOut, salesCount } = product;
  return (
    <View className={css.row} role="link" aria-label={title} onClick={onTap}>
      <View className={css.picture}>
        <Picture src={imageUrl} />
        {isSoldOut && <Text className={css.soldOut}>已售罄</Text>}
      </View>
      <View className={css.words}>
        <View className={css.title}>{title}</View>
        <Text className={css.sales}>{isSoldOut ? '补货中' : salesText(salesCount)}</Text>
        <View className={css.price}>
          <Price fen={priceFen} hasRange={hasPriceRange} wasFen={compareAtFen} />
        </View>
      </View>
      {!isSoldOut && <AddButton className={css.add} title={title} onTap={onAdd} />}
    </View>
  );
}
