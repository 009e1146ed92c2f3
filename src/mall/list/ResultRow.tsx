import { Text, View } from '@tarojs/components';
import type { ProductCard } from '@/api/products';
import { AddButton } from '@/components/AddButton';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { salesText } from '@/components/salesText';
import { Tag } from '@/components/Tag';
import css from './ResultRow.module.scss';

interface ResultRowProps {
  product: ProductCard;
  onTap(): void;
  onAdd(): void;
}

/** A found product across the page, with the subtitle that a card has no room for. Always equally high. */
export function ResultRow({ product, onTap, onAdd }: ResultRowProps) {
  return (
    <View className={css.row} role="link" aria-label={product.title} onClick={onTap}>
      <View className={css.picture}>
        <Picture src={product.imageUrl} ratio="fill" radius="none" />
        {product.isSoldOut && <Text className={css.soldOut}>已售罄</Text>}
      </View>
      <View className={css.words}>
        <View className={css.title}>{product.title}</View>
        {product.tags.length > 0 ? (
          <View className={css.tags}>
            {product.tags.slice(0, 3).map((tag, index) => (
              <Tag key={tag} tone={index === 0 ? 'primary' : 'neutral'}>
                {tag}
              </Tag>
            ))}
          </View>
        ) : (
          <View className={css.subtitle}>{product.subtitle}</View>
        )}
        <View className={css.foot}>
          <Price fen={product.priceFen} hasRange={product.hasPriceRange} wasFen={product.compareAtFen} />
          <Text className={css.sales}>{product.isSoldOut ? '补货中' : salesText(product.salesCount)}</Text>
        </View>
      </View>
      {!product.isSoldOut && <AddButton className={css.add} title={product.title} onTap={onAdd} />}
    </View>
  );
}
