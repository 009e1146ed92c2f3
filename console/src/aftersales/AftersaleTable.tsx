import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import type { AftersaleState } from '@jishi/contract/plain/aftersales';
import type { AdminOk } from '../api/call';
import type { List } from '../api/useList';
import {
  AFTERSALE_KIND_WORDS,
  AFTERSALE_REASON_WORDS,
  AFTERSALE_STATE_WORDS,
  AFTERSALE_TONES,
} from '../components/aftersaleWords';
import { Chip } from '../components/Chip';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Money } from '../components/Money';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import { clockOf, spanOf } from '../time';

type Row = AdminOk<'GET /admin/aftersales'>['items'][number];

interface AftersaleTableProps {
  list: List<Row>;
  blank: ReactNode;
  onOpen(aftersaleId: string): void;
}

export function AftersaleTable({ list, blank, onOpen }: AftersaleTableProps) {
  return <DataTable list={list} blank={blank} columns={columnsOf(onOpen)} onOpen={({ id }) => onOpen(id)} />;
}

/** What happens when nobody does anything. */
const DUE: Partial<Record<AftersaleState, string>> = {
  requested: '答复',
  approved: '寄回',
  returning: '自动收货',
};

const columnsOf = (open: (aftersaleId: string) => void): TableColumnsType<Row> => [
  {
    title: '申请',
    width: 160,
    render: (_, { id, kind, createdAt }) => (
      <Two
        above={
          <button
            type="button"
            className="link"
            onClick={(event) => {
              event.stopPropagation();
              open(id);
            }}
          >
            {AFTERSALE_KIND_WORDS[kind]}
          </button>
        }
        below={<span className="num">{clockOf(createdAt)}</span>}
      />
    ),
  },
  {
    title: '商品',
    render: (_, { imageUrl, title, quantity }) => (
      <div className="goods">
        <Picture url={imageUrl} />
        <Two above={title} below={`退 ${quantity} 件`} />
      </div>
    ),
  },
  { title: '原因', width: 120, render: (_, { reason }) => AFTERSALE_REASON_WORDS[reason] },
  {
    title: '买家',
    width: 136,
    render: (_, { maskedName, maskedPhone }) => (
      <Two above={maskedName} below={<span className="num">{maskedPhone}</span>} />
    ),
  },
  {
    title: '订单',
    width: 184,
    render: (_, { orderId }) => <span className="num mut">{orderId}</span>,
  },
  {
    title: '退款金额',
    width: 112,
    align: 'right',
    render: (_, { totalFen }) => <Money fen={totalFen} isStrong />,
  },
  {
    title: '状态',
    width: 184,
    render: (_, row) => {
      const { text, isLate } = dueWord(row);
      return (
        <Two
          above={
            <span className="row aftersale-state">
              <Dot tone={isLate ? 'bad' : AFTERSALE_TONES[row.state]}>{AFTERSALE_STATE_WORDS[row.state]}</Dot>
              {row.hasFailed && row.state === 'refunding' && <Chip tone="bad">没退成</Chip>}
            </span>
          }
          below={<span className={`num aftersale-due ${isLate ? 'bad-t' : ''}`}>{text}</span>}
        />
      );
    },
  },
];

function dueWord({ state, dueAt }: Row, now = Date.now()): { text: string; isLate: boolean } {
  const what = DUE[state];
  if (!what || !dueAt) return { text: '', isLate: false };
  const left = Date.parse(dueAt) - now;
  return left > 0
    ? { text: `${spanOf(left)}内${what}`, isLate: false }
    : { text: `超时 ${spanOf(-left)}`, isLate: state === 'requested' };
}
