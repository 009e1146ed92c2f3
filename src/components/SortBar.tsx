import { View } from '@tarojs/components';
import type { RouteInput } from '@jishi/contract/routes';
import css from './SortBar.module.scss';

export type ProductSort = NonNullable<RouteInput<'GET /api/products'>['query']['sort']>;

const PLAIN = [
  { sort: 'default', text: '综合' },
  { sort: 'sales', text: '销量' },
  { sort: 'new', text: '上新' },
] as const;

/** The orders of a product list; 价格 starts at the lowest and turns round at the next tap. */
export function SortBar({ sort, onChange }: { sort: ProductSort; onChange(sort: ProductSort): void }) {
  const isByPrice = sort === 'price_asc' || sort === 'price_desc';
  return (
    <View className={css.bar}>
      {PLAIN.map((item) => (
        <View
          key={item.sort}
          className={`${css.item} ${sort === item.sort ? css.on : ''}`}
          role="button"
          aria-pressed={sort === item.sort}
          onClick={() => onChange(item.sort)}
        >
          {item.text}
        </View>
      ))}
      <View
        className={`${css.item} ${isByPrice ? css.on : ''}`}
        role="button"
        aria-pressed={isByPrice}
        aria-label={sort === 'price_asc' ? '价格从低到高' : sort === 'price_desc' ? '价格从高到低' : '价格'}
        onClick={() => onChange(sort === 'price_asc' ? 'price_desc' : 'price_asc')}
      >
        价格
        <View className={css.arrows}>
          <View className={`${css.up} ${sort === 'price_asc' ? css.lit : ''}`} />
          <View className={`${css.down} ${sort === 'price_desc' ? css.lit : ''}`} />
        </View>
      </View>
    </View>
  );
}
