import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { AdminError, hasCode, sentenceOf } from '../api/adminError';
import { useRead } from '../api/useRead';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { ProductEditor } from './ProductEditor';
import '../components/records.css';
import './products.css';

/** A new product, or one that is there. */
export function ProductPage() {
  const { productId } = useParams();
  return productId === undefined || productId === 'new' ? (
    <ProductEditor key="new" product={null} />
  ) : (
    <Known key={productId} productId={productId} />
  );
}

function Known({ productId }: { productId: string }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useRead('GET /admin/products/:productId', { params: { productId } });
  if (data) return <ProductEditor product={data} />;
  if (!error) {
    return (
      <Page title="商品">
        <Panel isFlush>
          <LoadingRows count={8} />
        </Panel>
      </Page>
    );
  }
  const isGone = hasCode(error, 'not_found') || hasCode(error, 'invalid_request');
  return (
    <Page title="商品">
      <Panel>
        {isGone ? (
          <Blank
            title="没有这件商品"
            hint="它可能已被删除，或链接不完整"
            action={<Button onClick={() => void navigate('/products')}>回商品列表</Button>}
            isPage
          />
        ) : (
          <Blank
            kind="error"
            title="商品没有加载出来"
            hint={sentenceOf(error)}
            code={error instanceof AdminError ? error.requestId : ''}
            onRetry={() => void refetch()}
            isPage
          />
        )}
      </Panel>
    </Page>
  );
}
