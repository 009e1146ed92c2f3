import { useQuery } from '@tanstack/react-query';
import { listBoughtTogether } from '@/api/products';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { Strip } from '../Strip';

/** What others paid for in the same order. A shop's first orders say nothing yet: then it is not there. */
export function BoughtTogether({ productId }: { productId: string }) {
  const { data } = useQuery({
    queryKey: productKeys.together(productId),
    queryFn: () => listBoughtTogether(productId),
    staleTime: STALE.catalogue,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Strip
      title="经常一起买"
      subtitle="看看别人还带走了什么"
      items={data.items.map(({ product, buyers }) => ({ product, note: `${buyers} 人一起买过` }))}
    />
  );
}
