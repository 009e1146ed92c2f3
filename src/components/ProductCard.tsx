import { Text, View } from '@tarojs/components';
import type { RouteOk } from '@jishi/contract/routes';
import { salesText } from './salesText';
import { AddButton } from './AddButton';
import { Picture } from './Picture';
import { Price } from './Price';
import { Tag } from './Tag';
import css from './ProductCard.module.scss';

/** What a list shows of a product. */
export type ProductSummary = RouteOk<'GET /api/products'>['items'][number];

interface ProductCardProps {
  product: ProductSummary;
  /** Fixes every height, for a list that must know where its cards stand before they are drawn. */
  titleLines?: 1 | 2;
  onTap(): void;
  /** Draws the round +; left out for what is sold out. */
  onAdd?(): void;
}

const FIXED = { 1: css.oneLine, 2: css.twoLines } as const;

export function ProductCard({ product, titleLines, onTap, onAdd }: ProductCardProps) {
  const look = titleLines ? `${css.card} ${FIXED[titleLines]}` : css.card;
  return (
    <View className={look} role="link" aria-label={product.title} onClick={onTap}>
      <View className={css.picture}>
        <Picture src={product.imageUrl} ratio={titleLines ? 'fill' : '1:1'} radius="none" />
        {product.isSoldOut && <Text className={css.soldOut}>已售罄</Text>}
      </View>
      <View className={css.words}>
        <View className={css.title}>{product.title}</View>
        {product.tags.length > 0 && (
          <View className={css.tags}>
            {product.tags.slice(0, 3).map((tag, index) => (
              <Tag key={tag} tone={index === 0 ? 'primary' : 'neutral'}>
                {tag}
              </Tag>
            ))}
          </View>
        )}
        <Price fen={product.priceFen} hasRange={product.hasPriceRange} wasFen={product.compareAtFen} />
        <Text className={css.sales}>{product.isSoldOut ? '补货中' : salesText(product.salesCount)}</Text>
        {onAdd && !product.isSoldOut && <AddButton className={css.add} title={product.title} onTap={onAdd} />}
      </View>
    </View>
  );
}
