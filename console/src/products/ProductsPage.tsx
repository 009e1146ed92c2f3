import { useState } from 'react';
import { Button, Checkbox, Input, Select, Tabs } from 'antd';
import { LoadingOutlined, PlusOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { useNavigate, useSearchParams } from 'react-router';
import { useList } from '../api/useList';
import { useRole } from '../api/useRole';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { ImportDialog } from './ImportDialog';
import { ProductTable } from './ProductTable';
import { useCategoryChoices } from './useCategoryChoices';
import { shareOf, useImport } from './useImport';
import '../components/records.css';
import './products.css';

const TABS = [
  { key: 'all', label: '全部' },
  { key: 'on_shelf', label: '在售' },
  { key: 'off_shelf', label: '已下架' },
];

/** All products, on and off the shelf. */
export function ProductsPage() {
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<string[]>([]);
  const [isImporting, setImporting] = useState(false);
  const navigate = useNavigate();
  const canWrite = useRole('owner', 'operator');
  const { run, isRunning } = useImport(canWrite);
  const categories = useCategoryChoices();
  const [tab, q, categoryId] = [params.get('state') ?? 'all', params.get('q') ?? '', params.get('category')];
  const isLow = params.get('low') === '1';
  const list = useList('GET /admin/products', {
    limit: 20,
    ...(q && { q }),
    ...(tab !== 'all' && { state: tab as 'on_shelf' | 'off_shelf' }),
    ...(categoryId && { categoryId }),
    ...(isLow && { isLow: 'true' as const }),
  });
  const set = (changes: Record<string, string | null>) => {
    setChosen([]);
    setParams((before) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value) before.set(name, value);
        else before.delete(name);
      }
      return before;
    });
  };
  const isFiltered = q !== '' || categoryId !== null || isLow || tab !== 'all';
  return (
    <Page
      title="商品"
      actions={
        canWrite && (
          <>
            <Button icon={isRunning ? <LoadingOutlined /> : <UploadOutlined />} onClick={() => setImporting(true)}>
              {run && isRunning ? `正在导入 ${shareOf(run)}%` : '导入'}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/products/new')}>
              新建商品
            </Button>
          </>
        )
      }
      tabs={<Tabs activeKey={tab} onChange={(key) => set({ state: key === 'all' ? null : key })} items={TABS} />}
    >
      <Panel isFlush>
        <div className="filters">
          <Input
            key={q}
            className="product-search"
            defaultValue={q}
            prefix={<SearchOutlined />}
            placeholder="名称、链接名或编码"
            aria-label="名称、链接名或编码"
            allowClear
            onPressEnter={({ currentTarget }) => set({ q: currentTarget.value.trim() || null })}
            onBlur={({ currentTarget }) => set({ q: currentTarget.value.trim() || null })}
            onClear={() => set({ q: null })}
          />
          <Select
            className="product-category"
            placeholder="分类"
            aria-label="分类"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={categoryId}
            onChange={(value: string | undefined) => set({ category: value ?? null })}
            options={categories}
          />
          <Checkbox checked={isLow} onChange={({ target }) => set({ low: target.checked ? '1' : null })}>
            只看库存不足
          </Checkbox>
        </div>
        {chosen.length > 0 && <Bulk chosen={chosen} onDone={() => setChosen([])} />}
        <ProductTable
          list={list}
          {...(canWrite && { selection: { chosen, onChange: setChosen } })}
          blank={
            isFiltered ? (
              <Blank
                title="没有符合条件的商品"
                hint="换一个词，或去掉分类、状态这些条件。"
                action={
                  <Button onClick={() => set({ q: null, category: null, low: null, state: null })}>清空筛选</Button>
                }
                isPage
              />
            ) : (
              <Blank title="还没有商品" hint="新建一件，或用 CSV 文件一次导入很多。" isPage />
            )
          }
        />
      </Panel>
      {isImporting && <ImportDialog run={run} onClose={() => setImporting(false)} />}
    </Page>
  );
}

function Bulk({ chosen, onDone }: { chosen: string[]; onDone(): void }) {
  const put = useWrite('PUT /admin/products/state', {
    changes: ['GET /admin/products', 'GET /admin/products/:productId', 'GET /admin/board'],
    done: '已改好',
    onDone,
  });
  const set = (state: 'on_shelf' | 'off_shelf') => put.mutate({ body: { productIds: chosen, state } });
  return (
    <div className="bulk">
      <b>{`已选 ${chosen.length} 件`}</b>
      <span className="grow" />
      <Button size="small" loading={put.isPending} onClick={() => set('on_shelf')}>
        上架
      </Button>
      <Button size="small" loading={put.isPending} onClick={() => set('off_shelf')}>
        下架
      </Button>
      <Button size="small" type="text" onClick={onDone}>
        取消选择
      </Button>
    </div>
  );
}
