import { useRead } from '../api/useRead';
import { Picture } from '../components/Picture';
import { ProductLine } from '../components/ProductLine';

/** Where a code leads, as it is now. */
export function TargetView({ target: { kind, id } }: { target: { kind: string; id: string } }) {
  if (kind === 'product') return <ProductLine productId={id} />;
  if (kind === 'category') return <CategoryLine slug={id} />;
  return <>{kind === 'home' ? '首页' : [kind, id].filter(Boolean).join(' ')}</>;
}

function CategoryLine({ slug }: { slug: string }) {
  const { data } = useRead('GET /admin/categories', {});
  const category = data?.items.find((one) => one.slug === slug);
  return (
    <div className="product-line">
      <Picture url={category?.imageUrl ?? null} size={32} />
      <div className="two">
        <div className="two-a">{category?.name ?? slug}</div>
        <div className="two-b">{data && !category ? '找不到这个分类' : '分类'}</div>
      </div>
    </div>
  );
}
