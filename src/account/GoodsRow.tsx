import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { ProductCard } from '@/api/products';
import { Icon } from '@/components/Icon';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { to } from '@/lib/routes';
import css from './GoodsRow.module.scss';

interface GoodsRowProps {
  product: ProductCard;
  isOffShelf: boolean;
  /** The quiet line under the title. */
  hint?: string;
  /** What came true about it, said in green above the price. */
  news?: string | undefined;
  /** The lowest price of what the row is about, when that is not the whole product. */
  fen?: number;
  /** For screen readers, such as `取消收藏`. */
  removeLabel: string;
  onRemove(): void;
  /** A button beside the price. */
  children?: ReactNode;
}

/** A product that somebody keeps: opens it, says how it stands today, and can be let go. */
export function GoodsRow(props: GoodsRowProps) {
  const { product, isOffShelf, hint, news, fen = product.priceFen, removeLabel, onRemove, children } = props;
  const isFaded = isOffShelf || product.isSoldOut;
  return (
    <View className={css.row}>
      <View className={css.main} role="link" aria-label={product.title} onClick={() => to.product(product.id)}>
        <View className={`${css.picture} ${isFaded ? css.faded : ''}`}>
          <Picture src={product.imageUrl} />
          {isFaded && <Text className={css.mark}>{isOffShelf ? '已下架' : '已售罄'}</Text>}
        </View>
        <View className={css.words}>
          <View className={css.title}>{product.title}</View>
          {hint && <View className={css.hint}>{hint}</View>}
          {news && <View className={css.news}>{news}</View>}
          <View className={css.price}>
            <Price
              fen={fen}
              hasRange={fen === product.priceFen && product.hasPriceRange}
              tone={isFaded ? 'ink' : 'price'}
            />
          </View>
        </View>
      </View>
      <View className={css.remove} role="button" aria-label={`${removeLabel} ${product.title}`} onClick={onRemove}>
        <Icon name="trash" size={18} />
      </View>
      {children && <View className={css.action}>{children}</View>}
    </View>
  );
}
