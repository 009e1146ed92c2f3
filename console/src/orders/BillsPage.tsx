import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import type { BillDifferenceKind, BillState } from '@jishi/contract/plain/payments';
import { useList } from '../api/useList';
import { Blank } from '../components/Blank';
import { Count } from '../components/Count';
import { DataTable } from '../components/DataTable';
import { Dot, type Tone } from '../components/Dot';
import { Money } from '../components/Money';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { PlatformTag } from '../components/PlatformTag';
import { Two } from '../components/Two';
import { clockOf } from '../time';

const KINDS: Record<BillDifferenceKind, string> = {
  missing_here: '平台有，我们没有',
  missing_there: '我们有，平台没有',
  amount: '金额不同',
};
const STATES: Record<BillState, [Tone, string]> = {
  waiting: ['mute', '等平台出账单'],
  compared: ['ok', '已核对'],
  missing: ['warn', '平台没有给账单'],
  unsupported: ['mute', '平台不出账单'],
};

/** Where the platforms' bills and our books differ, and how each day went. */
export function BillsPage() {
  const [params, setParams] = useSearchParams();
  const tab = params.get('tab') === 'days' ? 'days' : 'differences';
  return (
    <Page
      title="对账"
      note="每天拿平台的账单与我们的账逐笔核对"
      tabs={
        <Tabs
          activeKey={tab}
          onChange={(key) => setParams(key === 'days' ? { tab: key } : {})}
          items={[
            { key: 'differences', label: '有出入的' },
            { key: 'days', label: '每天的结果' },
          ]}
        />
      }
    >
      <Panel isFlush>{tab === 'days' ? <Days /> : <Differences />}</Panel>
    </Page>
  );
}

function Differences() {
  const list = useList('GET /admin/bill-differences', { limit: 20 });
  return (
    <DataTable
      list={list}
      blank={<Blank title="账都对得上" hint="平台的账单与我们的账不一致时，会出现在这里" isPage />}
      columns={[
        { title: '账单日', width: 128, render: (_, { day }) => <span className="num">{day}</span> },
        { title: '平台', width: 120, render: (_, { platform }) => <PlatformTag platform={platform} /> },
        { title: '出入', width: 176, render: (_, { kind }) => <Dot tone="bad">{KINDS[kind]}</Dot> },
        {
          title: '单号',
          render: (_, { tradeNo, refundNo }) => (
            <Two above={<span className="num">{tradeNo}</span>} below={refundNo ? `退款 ${refundNo}` : '收款'} />
          ),
        },
        {
          title: '我们的账',
          width: 128,
          align: 'right',
          render: (_, { ourFen }) => (ourFen === null ? '—' : <Money fen={ourFen} />),
        },
        {
          title: '平台的账',
          width: 128,
          align: 'right',
          render: (_, { theirFen }) => (theirFen === null ? '—' : <Money fen={theirFen} />),
        },
      ]}
    />
  );
}

function Days() {
  const list = useList('GET /admin/bills', { limit: 20 });
  return (
    <DataTable
      list={list}
      blank={<Blank title="还没有对过账" hint="平台第二天才出账单，付款的第二天起这里有结果" isPage />}
      columns={[
        { title: '账单日', width: 128, render: (_, { day }) => <span className="num">{day}</span> },
        { title: '平台', width: 120, render: (_, { platform }) => <PlatformTag platform={platform} /> },
        { title: '结果', render: (_, { state }) => <Dot tone={STATES[state][0]}>{STATES[state][1]}</Dot> },
        { title: '笔数', width: 96, align: 'right', render: (_, { lineCount }) => <Count value={lineCount} /> },
        {
          title: '出入',
          width: 96,
          align: 'right',
          render: (_, { differenceCount }) => (
            <span className={differenceCount > 0 ? 'bad-t b' : ''}>
              <Count value={differenceCount} />
            </span>
          ),
        },
        {
          title: '核对时间',
          width: 168,
          align: 'right',
          render: (_, { comparedAt }) => <span className="num mut">{comparedAt ? clockOf(comparedAt) : '—'}</span>,
        },
      ]}
    />
  );
}
