import { View } from '@tarojs/components';
import { ProductCard, type ProductSummary } from './ProductCard';
import { SkeletonCard } from './SkeletonCard';
import css from './ProductGrid.module.scss';

interface ProductGridProps {
  products: readonly ProductSummary[];
  onTap(product: ProductSummary): void;
  onAdd?(product: ProductSummary): void;
}

/** Two columns of cards, each card under the shorter column. Cards keep their place when more are appended. */
export function ProductGrid({ products, onTap, onAdd }: ProductGridProps) {
  const columns = balance(products);
  return (
    <View className={css.grid}>
      {columns.map((column, index) => (
        <View key={index} className={css.column}>
          {column.map((product) => (
            <ProductCard
              key={product.id}
              product={product}
              onTap={() => onTap(product)}
              onAdd={onAdd && (() => onAdd(product))}
            />
          ))}
        </View>
      ))}
    </View>
  );
}

/** The grid before its products. */
export function ProductGridSkeleton() {
  return (
    <View className={css.grid}>
      {[0, 1].map((column) => (
        <View key={column} className={css.column}>
          {[0, 1].map((row) => (
            <SkeletonCard key={row} />
          ))}
        </View>
      ))}
    </View>
  );
}

/** A card's height in px, near enough: eleven full-width signs fit a title line. */
function heightOf(product: ProductSummary): number {
  const width = [...product.title].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 256 ? 0.55 : 1), 0);
  return 250 + (width > 11 ? 20 : 0) + (product.tags.length > 0 ? 24 : 0);
}

export function balance(products: readonly ProductSummary[]): [ProductSummary[], ProductSummary[]] {
  const columns: [ProductSummary[], ProductSummary[]] = [[], []];
  let lead = 0;
  for (const product of products) {
    const isLeft = lead <= 0;
    columns[isLeft ? 0 : 1].push(product);
    lead += isLeft ? heightOf(product) : -heightOf(product);
  }
  return columns;
}
