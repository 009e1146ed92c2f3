import { memo, useMemo } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { ProductCard as Card } from '@/api/products';
import { ProductCard } from '@/components/ProductCard';
import { to } from '@/lib/routes';
import { ResultRow } from './ResultRow';
import { layOut, type Layout, type Placed } from './shelf';
import { useNearby } from './useNearby';
import css from './Results.module.scss';

interface ResultsProps {
  /** The products by page, as the server gave them. */
  pages: readonly (readonly Card[])[];
  layout: Layout;
  /** The end of the list comes near. */
  onNearEnd(): void;
}

/**
 * The found products. However long the list, only the page on screen and its neighbours are drawn. A chunk is one page
 * in a view of its own, so that drawing it or taking it away sends this chunk alone to the mini-program's screen.
 */
export function Results({ pages, layout, onNearEnd }: ResultsProps) {
  const shelf = useMemo(() => layOut(pages, layout), [pages, layout]);
  const isNearby = useNearby(shelf, onNearEnd);
  return (
    <View className={css.results} style={{ height: Taro.pxTransform(shelf.height) }}>
      <View id="ruler" className={css.ruler} />
      {shelf.chunks.map(({ columns }, index) => (
        <View key={index}>
          {isNearby(index) &&
            columns.map(({ top, placed }, column) => (
              <View
                key={column}
                className={layout === 'rows' ? css.rows : column === 0 ? css.left : css.right}
                style={{ top: Taro.pxTransform(top) }}
              >
                {placed.map((one) => (
                  <Result key={one.product.id} product={one.product} titleLines={one.titleLines} layout={layout} />
                ))}
              </View>
            ))}
        </View>
      ))}
    </View>
  );
}

/** Its props stay the same while pages are appended, so that it is not drawn again. */
const Result = memo(function Result({ product, titleLines, layout }: Placed & { layout: Layout }) {
  const open = () => void to.product(product.id);
  const choose = () => void to.product(product.id, { isChoosing: true });
  if (layout === 'rows') return <ResultRow product={product} onTap={open} onAdd={choose} />;
  return <ProductCard product={product} titleLines={titleLines} onTap={open} onAdd={choose} />;
});
