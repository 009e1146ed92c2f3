import { useState } from 'react';
import { App, Button, Tabs } from 'antd';
import { DownloadOutlined, ScanOutlined, SendOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import type { AdminInput } from '../api/call';
import { useList } from '../api/useList';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { TabLabel } from '../components/TabLabel';
import { saveFile } from '../saveFile';
import { endOfDay, startOfDay } from '../time';
import { OrderDrawer } from './OrderDrawer';
import { OrderFilters } from './OrderFilters';
import { OrderTable } from './OrderTable';
import { PickupDialog } from './PickupDialog';
import { ShipFileDialog } from './ShipFileDialog';
import { TABS, tabs, type TabName } from './tabs';
import '../components/records.css';
import './orders.css';

type Query = NonNullable<AdminInput<'GET /admin/orders'>['query']>;

/** All orders that one may see; where one is stands in the address, so that it can be sent to a colleague. */
export function OrdersPage() {
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<'file' | 'pickup' | null>(null);
  const canShip = useRole('owner', 'operator');
  const tab: TabName = Object.hasOwn(TABS, params.get('tab') ?? '') ? (params.get('tab') as TabName) : 'all';
  const filter = filterOf(params);
  const list = useList('GET /admin/orders', { ...TABS[tab].query, ...filter, limit: 20 });
  const counts = useRead('GET /admin/orders/counts', {}).data;
  const set = (changes: Record<string, string | null>) =>
    setParams((before) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value) before.set(name, value);
        else before.delete(name);
      }
      return before;
    });
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Page
      title="订单"
      actions={
        <>
          {canShip && <ExportButton filter={{ ...TABS[tab].query, ...filter }} />}
          <Button icon={<ScanOutlined />} onClick={() => setDialog('pickup')}>
            核销取货码
          </Button>
          {canShip && (
            <Button type="primary" icon={<SendOutlined />} onClick={() => setDialog('file')}>
              批量发货
            </Button>
          )}
        </>
      }
      tabs={
        <Tabs
          activeKey={tab}
          onChange={(key) => set({ tab: key === 'all' ? null : key })}
          items={tabs.map(([key, { name, count }]) => ({
            key,
            label: <TabLabel name={name} count={count && counts?.[count]} />,
          }))}
        />
      }
    >
      <Panel isFlush>
        <OrderFilters params={params} onChange={set} />
        <OrderTable
          list={list}
          onOpen={(orderId) => set({ order: orderId })}
          blank={
            isFiltered ? (
              <Blank
                title="没有符合条件的订单"
                hint="试试放宽日期，或去掉平台、尾号这些条件。"
                action={
                  <Button onClick={() => set({ q: null, platform: null, from: null, to: null })}>清空筛选</Button>
                }
                isPage
              />
            ) : (
              <Blank
                title={`没有${tab === 'all' ? '' : TABS[tab].name + '的'}订单`}
                hint="新的订单会出现在这里"
                isPage
              />
            )
          }
        />
      </Panel>
      <OrderDrawer orderId={params.get('order')} onClose={() => set({ order: null })} />
      {dialog === 'file' && <ShipFileDialog onClose={() => setDialog(null)} />}
      {dialog === 'pickup' && <PickupDialog onClose={() => setDialog(null)} />}
    </Page>
  );
}

/** Four digits are the end of a phone, more are the number of an order. */
function filterOf(params: URLSearchParams): Pick<Query, 'orderId' | 'phoneTail' | 'platform' | 'from' | 'to'> {
  const q = params.get('q') ?? '';
  const [from, to] = [params.get('from'), params.get('to')];
  return {
    ...(/^\d{4}$/.test(q) ? { phoneTail: q } : /^[1-9]\d{0,17}$/.test(q) && { orderId: q }),
    ...(params.get('platform') && { platform: params.get('platform') as NonNullable<Query['platform']> }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: endOfDay(to) }),
  };
}

function ExportButton({ filter }: { filter: Query }) {
  const { message } = App.useApp();
  const { sort: _, ...body } = filter;
  const write = useWrite('POST /admin/orders/export', {
    changes: [],
    onDone: ({ csv, count, isCut }) => {
      saveFile('订单.csv', csv);
      void message.success(isCut ? `导出了最新的 ${count} 单，更早的请缩小日期再导` : `导出了 ${count} 单`);
    },
  });
  return (
    <Button icon={<DownloadOutlined />} loading={write.isPending} onClick={() => write.mutate({ body })}>
      导出
    </Button>
  );
}
