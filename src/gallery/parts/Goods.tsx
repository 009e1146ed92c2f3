import { View } from '@tarojs/components';
import { CategoryIcon } from '@/components/CategoryIcon';
import { Picture } from '@/components/Picture';
import type { ProductSummary } from '@/components/ProductCard';
import { ProductGrid } from '@/components/ProductGrid';
import { Sample, Samples } from './Samples';
import css from './Goods.module.scss';

const HERE = '/assets/demo/banner-1.jpg';
const base: ProductSummary = {
  id: '1',
  title: '柿釉手作茶壶',
  subtitle: '',
  imageUrl: HERE,
  priceFen: 15900,
  hasPriceRange: false,
  compareAtFen: null,
  tags: [],
  isSoldOut: false,
  salesCount: 1280,
};
const GOODS: ProductSummary[] = [
  { ...base, compareAtFen: 21900, tags: ['新品', '秋日'] },
  {
    ...base,
    id: '2',
    title: '满觉陇头道桂花龙井窨制红茶礼盒 手工铁罐两只装 附竹制茶则与棉麻茶巾',
    priceFen: 1288850,
    compareAtFen: 1599900,
    hasPriceRange: true,
    tags: ['新品', '限时满减', '中秋礼盒'],
    salesCount: 123456,
  },
  { ...base, id: '3', title: '卖完了的小杯', isSoldOut: true, tags: ['热卖'] },
  { ...base, id: '4', title: '没有图片的商品', imageUrl: null },
];
const nothing = () => undefined;

export function Goods() {
  return (
    <>
      <Samples title="商品">
        {(['none', 's', 'm', 'full'] as const).map((radius) => (
          <Sample key={radius}>
            <View className={css.picture}>
              <Picture src={HERE} alt="一张图片" radius={radius} />
            </View>
          </Sample>
        ))}
        <Sample>
          <View className={css.picture}>
            <Picture src={null} alt="缺图" />
          </View>
        </Sample>
        <Sample>
          <CategoryIcon name="茶与咖啡" imageUrl={null} />
        </Sample>
        <Sample>
          <CategoryIcon name="茶与咖啡" imageUrl="/assets/demo/category-tea.png" />
        </Sample>
      </Samples>
      <View className={css.grid}>
        <ProductGrid products={GOODS} onTap={nothing} onAdd={nothing} />
      </View>
    </>
  );
}
