import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { listProducts } from '@/api/products';
import { ProductGrid } from '@/components/ProductGrid';
import { SectionHead } from '@/components/SectionHead';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { to } from '@/lib/routes';
import css from './MorePicks.module.scss';

const QUERY = { sort: 'sales', limit: 7 } as const;
const COUNT = 6;

/** What sells best, below something that ended. Deferred: without an answer nothing is drawn. */
export function MorePicks({ title, exceptId }: { title: string; exceptId?: string }) {
  const { data } = useQuery({
    queryKey: productKeys.page(QUERY),
    queryFn: () => listProducts(QUERY),
    staleTime: STALE.catalogue,
  });
  const picks = data?.items.filter(({ id }) => id !== exceptId).slice(0, COUNT);
  if (!picks || picks.length === 0) return null;
  return (
    <View className={css.picks}>
      <SectionHead title={title} />
      <ProductGrid
        products={picks}
        onTap={({ id }) => void to.product(id)}
        onAdd={({ id }) => void to.product(id, { isChoosing: true })}
      />
    </View>
  );
}
