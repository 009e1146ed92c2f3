import { Text, View } from '@tarojs/components';
import { Price } from '@/components/Price';
import { Tag } from '@/components/Tag';
import { salesText } from '@/components/salesText';
import type { SharedPage } from '@/platform/sharedPage';
import { HeadActions } from './HeadActions';
import type { Product } from './chooseSku';
import css from './Head.module.scss';

interface HeadProps {
  product: Product;
  page: SharedPage;
  isPartial: boolean;
  /** The prices are explained at a tap. */
  onExplain(): void;
}

/** Price, name and what is said in short. */
export function Head({ product, page, isPartial, onExplain }: HeadProps) {
  return (
    <View className={css.head}>
      <View className={css.money}>
        <View className={css.prices} role="button" aria-label="价格说明" onClick={() => !isPartial && onExplain()}>
          <Price fen={product.priceFen} size="xl" hasRange={product.hasPriceRange} wasFen={product.compareAtFen} />
          <Text className={css.info} />
        </View>
        <Text className={css.sales}>{salesText(product.salesCount)}</Text>
      </View>
      <View className={css.name}>
        <Text className={css.title} userSelect>
          {product.title}
        </Text>
        <HeadActions productId={product.id} page={page} />
      </View>
      {product.subtitle && <Text className={css.subtitle}>{product.subtitle}</Text>}
      {(product.tags.length > 0 || product.isSoldOut) && (
        <View className={css.tags}>
          {product.isSoldOut && <Tag tone="warn">已售罄，补货中</Tag>}
          {product.tags.map((tag, index) => (
            <Tag key={tag} tone={index === 0 ? 'primary' : 'neutral'}>
              {tag}
            </Tag>
          ))}
        </View>
      )}
    </View>
  );
}
