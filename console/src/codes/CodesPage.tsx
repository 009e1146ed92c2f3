import { useState } from 'react';
import { Button, Tabs } from 'antd';
import { AppstoreAddOutlined, PlusOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import { useList, type RowOf } from '../api/useList';
import { useRole } from '../api/useRole';
import { Blank } from '../components/Blank';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { BatchDialog } from './BatchDialog';
import { CodeBulk } from './CodeBulk';
import { CodeDialog } from './CodeDialog';
import { CodeFilters, type CodeQuery } from './CodeFilters';
import { CodePictures } from './CodePictures';
import { CodeTable } from './CodeTable';
import type { MadeCodes } from './codeValues';
import { TakeDialog } from './TakeDialog';
import '../components/records.css';
import './codes.css';

export type CodeRow = RowOf<'GET /admin/codes'>;

const TABS = [
  { key: 'all', label: '全部' },
  { key: 'active', label: '有效' },
  { key: 'expired', label: '已过期' },
  { key: 'revoked', label: '已作废' },
] as const;

/** Codes that lead into the shop: whose they are, what they brought, and the way to paper. */
export function CodesPage() {
  const [params, setParams] = useSearchParams();
  // a store manager's codes are made for a store, which a batch says
  const canName = useRole('owner', 'marketer', 'operator');
  const [making, setMaking] = useState<'codes' | 'batch' | null>(null);
  const [chosen, setChosen] = useState<MadeCodes['codes']>([]);
  const [taken, setTaken] = useState<MadeCodes | null>(null);
  const [shown, setShown] = useState<CodeRow | null>(null);
  const tab = TABS.find(({ key }) => key === params.get('state'))?.key ?? 'all';
  const query: CodeQuery = { q: params.get('q') ?? '', storeId: params.get('store'), employeeId: params.get('guide') };
  const list = useList('GET /admin/codes', {
    ...(tab !== 'all' && { state: tab }),
    ...(query.q && { q: query.q }),
    ...(query.storeId && { storeId: query.storeId }),
    ...(query.employeeId && { employeeId: query.employeeId }),
  });
  const set = (changes: Record<string, string | null | undefined>) =>
    setParams((before) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value) before.set(name, value);
        else if (value !== undefined) before.delete(name);
      }
      return before;
    });
  const clear = () => set({ q: null, store: null, guide: null, state: null });
  const isFiltered = tab !== 'all' || query.q !== '' || query.storeId !== null || query.employeeId !== null;
  return (
    <Page
      title="推广码"
      note="海报、货架、导购各用各的码，来的人和单记在码上"
      actions={
        <>
          {canName && (
            <Button icon={<PlusOutlined />} onClick={() => setMaking('codes')}>
              建码
            </Button>
          )}
          <Button type="primary" icon={<AppstoreAddOutlined />} onClick={() => setMaking('batch')}>
            成批建码
          </Button>
        </>
      }
      tabs={<Tabs activeKey={tab} onChange={(key) => set({ state: key === 'all' ? null : key })} items={[...TABS]} />}
    >
      <Panel isFlush>
        <CodeFilters
          {...query}
          onChange={({ q, storeId, employeeId }) => set({ q, store: storeId, guide: employeeId })}
        />
        {chosen.length > 0 && <CodeBulk chosen={chosen} onTake={setTaken} onClear={() => setChosen([])} />}
        <CodeTable
          list={list}
          chosen={chosen}
          onChoose={setChosen}
          onShow={setShown}
          blank={
            isFiltered ? (
              <Blank
                title="没有符合条件的码"
                hint="换一个词，或去掉门店、导购、状态这些条件"
                action={<Button onClick={clear}>清空筛选</Button>}
                isPage
              />
            ) : (
              <Blank
                title="还没有码"
                hint="成批给货架和导购建，印成标签，看看多少人扫、卖了几单"
                action={<Button onClick={() => setMaking('batch')}>成批建码</Button>}
                isPage
              />
            )
          }
        />
        {list.rows && list.rows.length > 0 && (
          <p className="panel-foot sub">导购的码按归属规则算成交，别的码算扫码那次来访里付了款的单；整单退掉的不算。</p>
        )}
      </Panel>
      {/* not both at once: their fields have the same names */}
      {making === 'codes' && <CodeDialog onClose={() => setMaking(null)} onMade={setTaken} />}
      {making === 'batch' && <BatchDialog onClose={() => setMaking(null)} onMade={setTaken} />}
      <TakeDialog taken={taken} onClose={() => setTaken(null)} />
      <CodePictures code={shown} onClose={() => setShown(null)} />
    </Page>
  );
}
