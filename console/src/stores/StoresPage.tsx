import { useState } from 'react';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import type { AdminOk } from '../api/call';
import { wholeList } from '../api/useList';
import { useRead } from '../api/useRead';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { Two } from '../components/Two';
import { StoreDialog } from './StoreDialog';

export type StoreRow = AdminOk<'GET /admin/stores'>['items'][number];

export function StoresPage() {
  const list = wholeList(useRead('GET /admin/stores', {}));
  const [edited, setEdited] = useState<StoreRow | 'new' | null>(null);
  return (
    <Page
      title="门店"
      note="顾客下单时可以选来这里自提"
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          新建门店
        </Button>
      }
    >
      <Panel isFlush>
        <DataTable
          list={list}
          blank={<Blank title="还没有门店" hint="没有门店也能开店，只是不能自提" />}
          columns={[
            {
              title: '门店',
              key: 'name',
              render: (_, row) => (
                <Two above={row.name} below={`${row.province}${row.city}${row.district}${row.detail}`} />
              ),
            },
            { title: '电话', key: 'phone', width: 160, render: (_, { phone }) => <span className="num">{phone}</span> },
            {
              title: '营业时间',
              key: 'hours',
              width: 140,
              render: (_, { opensAt, closesAt }) => <span className="num">{`${opensAt} – ${closesAt}`}</span>,
            },
            {
              title: '状态',
              key: 'state',
              width: 110,
              render: (_, { isActive }) => (
                <Dot tone={isActive ? 'ok' : 'mute'}>{isActive ? '可以自提' : '已停用'}</Dot>
              ),
            },
            {
              key: 'acts',
              width: 80,
              render: (_, row) => (
                <div className="acts">
                  <button type="button" className="link" onClick={() => setEdited(row)}>
                    编辑
                  </button>
                </div>
              ),
            },
          ]}
        />
      </Panel>
      <StoreDialog edited={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}
