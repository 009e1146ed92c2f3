import { useRead } from '../../api/useRead';
import { sayLink } from './sayValue';

/** Where a link leads, a product by its name. */
export function LinkWords({ link }: { link: unknown }) {
  const { type, productId = '' } = (link ?? {}) as { type?: string; productId?: string };
  const isProduct = type === 'product' && productId !== '';
  const { data } = useRead('GET /admin/products/:productId', { params: { productId } }, { isEnabled: isProduct });
  return <>{isProduct && data ? `商品 · ${data.title}` : sayLink(link)}</>;
}
