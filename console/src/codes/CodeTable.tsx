import type { ReactNode } from 'react';
import type { List } from '../api/useList';
import { Count } from '../components/Count';
import { DataTable } from '../components/DataTable';
import { Dot, type Tone } from '../components/Dot';
import { Two } from '../components/Two';
import { clockOf } from '../time';
import { CodeActions } from './CodeActions';
import type { CodeRow } from './CodesPage';
import type { MadeCodes } from './codeValues';
import { TargetCell } from './TargetCell';

const STATES: Record<CodeRow['state'], { tone: Tone; word: string }> = {
  active: { tone: 'ok', word: '有效' },
  expired: { tone: 'mute', word: '已过期' },
  revoked: { tone: 'bad', word: '已作废' },
};

interface CodeTableProps {
  list: List<CodeRow>;
  blank: ReactNode;
  chosen: MadeCodes['codes'];
  onChoose(codes: MadeCodes['codes']): void;
  onShow(code: CodeRow): void;
}

export function CodeTable({ list, blank, chosen, onChoose, onShow }: CodeTableProps) {
  return (
    <DataTable<CodeRow>
      list={list}
      rowKey="token"
      blank={blank}
      rowSelection={{
        columnWidth: 40,
        // those that were chosen stay so while other rows are looked at
        preserveSelectedRowKeys: true,
        selectedRowKeys: chosen.map(({ token }) => token),
        onChange: (_, rows) => onChoose(rows.map(({ token, name }) => ({ token, name }))),
        getCheckboxProps: ({ state, name }) => ({ disabled: state !== 'active', 'aria-label': `选 ${name}` }),
      }}
      columns={[
        {
          title: '码',
          key: 'name',
          render: (_, { name, token }) => (
            <Two above={<b title={name}>{name}</b>} below={<span className="num">{token}</span>} />
          ),
        },
        { title: '通往', key: 'target', render: (_, row) => <TargetCell code={row} /> },
        {
          title: '谁的',
          key: 'owner',
          width: 140,
          render: (_, { employeeName, storeName }) =>
            employeeName || storeName ? (
              <Two above={employeeName ?? storeName} below={employeeName ? storeName : '门店'} />
            ) : (
              <span className="mut">—</span>
            ),
        },
        {
          title: '活动',
          key: 'campaign',
          width: 130,
          render: (_, { campaign }) =>
            campaign ? <span title={campaign}>{campaign}</span> : <span className="mut">—</span>,
          ellipsis: true,
        },
        {
          title: '来访',
          key: 'scans',
          width: 84,
          align: 'right',
          render: (_, { scans }) => <Count value={scans} />,
        },
        {
          title: '成交单',
          key: 'orders',
          width: 84,
          align: 'right',
          render: (_, { orders }) => <Count value={orders} />,
        },
        { title: '状态', key: 'state', width: 150, render: (_, row) => <State code={row} /> },
        { key: 'acts', width: 116, render: (_, row) => <CodeActions code={row} onShow={() => onShow(row)} /> },
      ]}
    />
  );
}

function State({ code: { state, expiresAt } }: { code: CodeRow }) {
  const dot = <Dot tone={STATES[state].tone}>{STATES[state].word}</Dot>;
  if (expiresAt === null || state === 'revoked') return dot;
  return <Two above={dot} below={state === 'expired' ? clockOf(expiresAt) : `到 ${clockOf(expiresAt)}`} />;
}
