import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import type { AdminOk } from '../api/call';
import type { List } from '../api/useList';
import { Chip } from '../components/Chip';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Money } from '../components/Money';
import { PlatformIcon } from '../components/PlatformIcon';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import { clockOf } from '../time';
import { stateWord, TONES, waitOf } from './orderWords';

type Row = AdminOk<'GET /admin/orders'>['items'][number];

interface OrderTableProps {
  list: List<Row>;
  blank: ReactNode;
  onOpen(orderId: string): void;
}

/** One order a row, the fact above and the detail below. */
export function OrderTable({ list, blank, onOpen }: OrderTableProps) {
  return <DataTable list={list} blank={blank} columns={columnsOf(onOpen)} onOpen={({ id }) => onOpen(id)} />;
}

const columnsOf = (open: (orderId: string) => void): TableColumnsType<Row> => [
  {
    title: '订单',
    width: 196,
    render: (_, { id, platform, createdAt }) => (
      <div className="row order-cell">
        <PlatformIcon platform={platform} />
        <Two
          above={
            <button
              type="button"
              className="link num"
              onClick={(event) => {
                event.stopPropagation();
                open(id);
              }}
            >
              {id}
            </button>
          }
          below={<span className="num">{clockOf(createdAt)}</span>}
        />
      </div>
    ),
  },
  {
    title: '商品',
    render: (_, { imageUrl, title, lineCount, quantity }) => (
      <div className="goods">
        <Picture url={imageUrl} />
        <Two above={lineCount > 1 ? `${title} 等 ${lineCount} 款` : title} below={`共 ${quantity} 件`} />
      </div>
    ),
  },
  {
    title: '收货人',
    width: 136,
    render: (_, { maskedName, maskedPhone }) => (
      <Two above={maskedName} below={<span className="num">{maskedPhone}</span>} />
    ),
  },
  {
    title: '履约',
    width: 120,
    render: (_, { fulfilment, storeName }) =>
      fulfilment === 'pickup' ? <Two above="自提" below={storeName ?? ''} /> : '快递',
  },
  {
    title: '实付',
    width: 124,
    align: 'right',
    render: (_, { state, totalFen, discountFen }) => (
      <>
        <div className={state === 'unpaid' ? 'mut' : ''}>
          {state === 'unpaid' && '待付 '}
          <Money fen={totalFen} isStrong={state !== 'unpaid'} />
        </div>
        {discountFen > 0 && (
          <div className="sub">
            优惠 <Money fen={discountFen} />
          </div>
        )}
      </>
    ),
  },
  {
    title: '状态',
    width: 176,
    render: (_, row) => {
      const { text, isLate } = waitOf(row);
      return (
        <Two
          above={
            <span className="row order-state">
              <Dot tone={isLate ? 'bad' : TONES[row.state]}>{stateWord(row)}</Dot>
              {row.hasOpenAftersale && <Chip tone="hot">有售后</Chip>}
            </span>
          }
          below={<span className={`num order-wait ${isLate ? 'bad-t' : ''}`}>{text}</span>}
        />
      );
    },
  },
];
