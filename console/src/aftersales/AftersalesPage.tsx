import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useList } from '../api/useList';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';
import { Blank } from '../components/Blank';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { TabLabel } from '../components/TabLabel';
import { AftersaleDrawer } from './AftersaleDrawer';
import { AftersaleTable } from './AftersaleTable';
import { FailedRefunds } from './FailedRefunds';
import { TABS, tabs, type TabName } from './tabs';
import '../components/records.css';
import './aftersales.css';

const FAILED = 'failed';

/** What shoppers ask back; where one is stands in the address. */
export function AftersalesPage() {
  const [params, setParams] = useSearchParams();
  const canRetry = useRole('owner', 'operator');
  const counts = useRead('GET /admin/aftersales/counts', {}).data;
  const chosen = params.get('state') ?? 'requested';
  const isFailed = chosen === FAILED && canRetry;
  const tab = isFailed ? FAILED : Object.hasOwn(TABS, chosen) ? (chosen as TabName) : 'requested';
  const set = (name: string, value: string | null) =>
    setParams((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  return (
    <Page
      title="售后"
      note="没有发货的申请 48 小时不答复会自动同意"
      tabs={
        <Tabs
          activeKey={tab}
          onChange={(key) => set('state', key)}
          items={[
            ...tabs.map(([key, { name, count, isHot }]) => ({
              key: key as string,
              label: <TabLabel name={name} count={count && counts?.[count]} isHot={isHot ?? false} />,
            })),
            ...(canRetry ? [{ key: FAILED, label: '没有退成' }] : []),
          ]}
        />
      }
    >
      <Panel isFlush>
        {tab === FAILED ? <FailedRefunds /> : <Requests tab={tab} onOpen={(id) => set('id', id)} />}
      </Panel>
      <AftersaleDrawer aftersaleId={params.get('id')} onClose={() => set('id', null)} />
    </Page>
  );
}

function Requests({ tab, onOpen }: { tab: TabName; onOpen(id: string): void }) {
  const list = useList('GET /admin/aftersales', { ...TABS[tab].query, limit: 20 });
  const blank =
    tab === 'requested' ? (
      <Blank title="申请都答复了" hint="新的申请会出现在这里" isPage />
    ) : (
      <Blank title="这里没有售后" hint="换一个状态看看" isPage />
    );
  return <AftersaleTable list={list} blank={blank} onOpen={onOpen} />;
}
