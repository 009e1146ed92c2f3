import { Button, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useList } from '../api/useList';
import { useWrite } from '../api/useWrite';
import type { AdminOk } from '../api/call';
import { Blank } from '../components/Blank';
import { DataTable } from '../components/DataTable';
import { Dot, type Tone } from '../components/Dot';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { PlatformTag } from '../components/PlatformTag';
import { OrderCell } from '../components/OrderCell';

type Row = AdminOk<'GET /admin/shipping-reports'>['items'][number];

const STATES: Record<Row['state'], [Tone, string]> = {
  waiting: ['warn', '等待上报'],
  told: ['ok', '已上报'],
  failed: ['bad', '没有报成'],
};

/** What the platforms were told about parcels; WeChat keeps the money of those that it was not told of. */
export function ShippingReportsPage() {
  const [params, setParams] = useSearchParams();
  const state = params.get('state') ?? 'failed';
  const list = useList('GET /admin/shipping-reports', {
    limit: 20,
    ...(Object.hasOwn(STATES, state) && { state: state as Row['state'] }),
  });
  const retry = useWrite('POST /admin/shipping-reports/:reportId/retry', {
    changes: ['GET /admin/shipping-reports', 'GET /admin/board'],
    done: '已再报一次',
  });
  return (
    <Page
      title="发货上报"
      note="微信会扣住没有上报发货的货款"
      tabs={
        <Tabs
          activeKey={state}
          onChange={(key) => setParams({ state: key })}
          items={[
            { key: 'failed', label: '没有报成' },
            { key: 'waiting', label: '等待上报' },
            { key: 'told', label: '已上报' },
            { key: 'all', label: '全部' },
          ]}
        />
      }
    >
      <Panel isFlush>
        <DataTable
          list={list}
          blank={
            state === 'failed' ? (
              <Blank title="没有报不成的发货" hint="几次都没有报成的会出现在这里" isPage />
            ) : (
              <Blank title="这里没有上报" hint="发货之后会自动向平台上报" isPage />
            )
          }
          columns={[
            { title: '订单', width: 220, render: (_, row) => <OrderCell row={row} did="发货" /> },
            { title: '平台', width: 120, render: (_, { platform }) => <PlatformTag platform={platform} /> },
            {
              title: '状态',
              width: 136,
              render: (_, row) => <Dot tone={STATES[row.state][0]}>{STATES[row.state][1]}</Dot>,
            },
            { title: '平台说', render: (_, { note }) => note || <span className="mut">—</span> },
            { title: '试过', width: 88, align: 'right', render: (_, { tries }) => `${tries} 次` },
            {
              title: '操作',
              width: 128,
              align: 'right',
              render: (_, row) =>
                row.state === 'failed' && (
                  <Button
                    size="small"
                    loading={retry.isPending && retry.variables.params.reportId === row.id}
                    onClick={() => retry.mutate({ params: { reportId: row.id } })}
                  >
                    再报一次
                  </Button>
                ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
