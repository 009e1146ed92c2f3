import type { ReactNode } from 'react';
import { hasCode } from '../api/adminError';
import { useRead } from '../api/useRead';
import { Chip } from './Chip';
import { Picture } from './Picture';
import { Money } from './Money';

/** One chosen product: what it looks like now, not when it was chosen. */
export function ProductLine({ productId, tools }: { productId: string; tools?: ReactNode }) {
  const { data, error } = useRead('GET /admin/products/:productId', { params: { productId } });
  return (
    <div className="product-line">
      <Picture url={data?.imageUrl ?? null} size={32} />
      <div className="two">
        <div className="two-a">{data?.title ?? (error ? `商品 ${productId}` : '…')}</div>
        <div className="two-b">
          {data && <Money fen={data.priceFen} />}
          {error && (hasCode(error, 'not_found') ? '找不到这件商品' : '暂时读不到')}
        </div>
      </div>
      {data && data.state !== 'on_shelf' && <Chip tone="warn">已下架</Chip>}
      {tools}
    </div>
  );
}
