import { useEffect, useState } from 'react';
import { Alert, App, Button } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { hasCode, sentenceOf } from '../api/adminError';
import type { AdminOk } from '../api/call';
import { useRole } from '../api/useRole';
import { useWrite } from '../api/useWrite';
import { Dot } from '../components/Dot';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { BasicFields } from './BasicFields';
import { CheckPanel } from './CheckPanel';
import { DescriptionField } from './DescriptionField';
import { createOf, draftOf, editOf, faultsOf } from './draft';
import { FactList } from './FactList';
import { Meanwhile } from './Meanwhile';
import { ProductPictures } from './ProductPictures';
import { SkuPanel } from './SkuPanel';
import { useProductDraft } from './useProductDraft';

type Product = AdminOk<'GET /admin/products/:productId'>;

const READS = ['GET /admin/products', 'GET /admin/products/:productId', 'GET /admin/board'] as const;

/** The whole form of a product; nothing is sent until it is saved. */
export function ProductEditor({ product }: { product: Product | null }) {
  const [isShown, setShown] = useState(false);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const canWrite = useRole('owner', 'operator');

  const create = useWrite('POST /admin/products', {
    changes: READS,
    done: '已新建',
    onDone: ({ id }) => void navigate(`/products/${id}`, { replace: true }),
    onRefused: (error) => {
      const isTaken = hasCode(error, 'conflict');
      void message.error(isTaken ? '链接名已被别的商品使用' : sentenceOf(error));
      return true;
    },
  });
  const edit = useWrite('PUT /admin/products/:productId', {
    changes: READS,
    done: '已保存',
    onDone: (saved) => form.load(saved),
    onRefused: (error) => {
      if (!hasCode(error, 'conflict')) return false;
      const { product: now } = error.details as { product: Product };
      queries.setQueryData(['GET /admin/products/:productId', { params: { productId: now.id } }], now);
      void message.warning('有人先改过了，还没有保存');
      return true;
    },
  });
  const shelf = useWrite('PUT /admin/products/:productId/state', { changes: READS, done: '已改好' });
  const form = useProductDraft(product, edit.isPending || shelf.isPending);
  const { draft, isChanged, theirs, put } = form;
  const faults = faultsOf(draft);
  useUnsaved(isChanged);

  const save = (state: 'on_shelf' | 'off_shelf') => {
    setShown(true);
    if (faults.length > 0) {
      void message.warning(`${faults[0]!.part}：${faults[0]!.text}`);
      return;
    }
    if (product) {
      const { draft: sent, revision } = form.send();
      edit.mutate({ params: { productId: product.id }, body: { ...editOf(sent), revision } });
    } else create.mutate({ body: createOf(draft, state) });
  };
  const isOn = product?.state === 'on_shelf';
  return (
    <Page
      title={
        <span className="row product-title">
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            onClick={() => void navigate('/products')}
            aria-label="返回商品列表"
          />
          <span className="ell">{product ? product.title : '新建商品'}</span>
        </span>
      }
      note={product && (isOn ? <Dot tone="ok">在售</Dot> : <Dot tone="mute">已下架</Dot>)}
      actions={
        canWrite && (
          <>
            {product && isChanged && <span className="note">有未保存的改动</span>}
            {product ? (
              <Button
                loading={shelf.isPending}
                disabled={isChanged}
                onClick={() =>
                  shelf.mutate({ params: { productId: product.id }, body: { state: isOn ? 'off_shelf' : 'on_shelf' } })
                }
              >
                {isOn ? '下架' : '上架'}
              </Button>
            ) : (
              <Button loading={create.isPending} onClick={() => save('off_shelf')}>
                存为下架
              </Button>
            )}
            <Button
              type="primary"
              loading={edit.isPending || create.isPending}
              disabled={product !== null && !isChanged}
              onClick={() => save('on_shelf')}
            >
              {product ? '保存' : '保存并上架'}
            </Button>
          </>
        )
      }
    >
      {theirs && (
        <Meanwhile
          base={form.base}
          mine={draft}
          theirs={draftOf(theirs)}
          onKeep={() => form.keepMine(theirs)}
          onTake={() => form.takeTheirs(theirs)}
        />
      )}
      {form.bringBack && !theirs && (
        <Alert
          className="brought-back"
          type="info"
          showIcon
          title="现在是对方的版本，你刚才填的还留着"
          action={
            <Button size="small" onClick={form.bringBack}>
              换回我的
            </Button>
          }
        />
      )}
      <div className="grid product-grid">
        <div className="grid">
          <Panel title="基本信息">
            <BasicFields draft={draft} isNew={product === null} onChange={put} />
          </Panel>
          <ProductPictures images={draft.images} onChange={(images) => put({ images })} />
          <SkuPanel draft={draft} stocks={product?.skus ?? null} onChange={put} />
          <DescriptionField html={draft.descriptionHtml} onChange={(descriptionHtml) => put({ descriptionHtml })} />
        </div>
        <div className="grid">
          <CheckPanel draft={draft} faults={isShown || isChanged ? faults : []} />
          <FactList facts={draft.facts} onChange={(facts) => put({ facts })} />
        </div>
      </div>
    </Page>
  );
}

/** Leaving the page with changes asks once more. */
function useUnsaved(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);
}
