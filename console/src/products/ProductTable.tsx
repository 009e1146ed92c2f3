import type { ReactNode } from 'react';
import { LOW_STOCK } from '@jishi/contract/plain/board';
import { Link } from 'react-router';
import type { AdminOk } from '../api/call';
import type { List } from '../api/useList';
import { Count } from '../components/Count';
import { DataTable } from '../components/DataTable';
import { Dot } from '../components/Dot';
import { Money } from '../components/Money';
import { Picture } from '../components/Picture';
import { Two } from '../components/Two';
import { clockOf } from '../time';

type Row = AdminOk<'GET /admin/products'>['items'][number];

interface ProductTableProps {
  list: List<Row>;
  blank: ReactNode;
  /** Absent for those who may only look. */
  selection?: { chosen: string[]; onChange(ids: string[]): void };
}

export function ProductTable({ list, blank, selection }: ProductTableProps) {
  return (
    <DataTable
      list={list}
      blank={blank}
      {...(selection && {
        rowSelection: {
          columnWidth: 40,
          selectedRowKeys: selection.chosen,
          onChange: (keys) => selection.onChange(keys as string[]),
        },
      })}
      columns={[
        {
          title: '商品',
          render: (_, { id, imageUrl, title, handle }) => (
            <div className="goods">
              <Picture url={imageUrl} />
              <Two
                above={
                  selection ? (
                    <Link className="b product-name" to={`/products/${id}`} title={title}>
                      {title}
                    </Link>
                  ) : (
                    <b title={title}>{title}</b>
                  )
                }
                below={<span className="num">{handle}</span>}
              />
            </div>
          ),
        },
        {
          title: '售价',
          width: 176,
          align: 'right',
          render: (_, { priceFen, maxPriceFen }) => (
            <>
              <Money fen={priceFen} />
              {maxPriceFen > priceFen && (
                <>
                  {' – '}
                  <Money fen={maxPriceFen} />
                </>
              )}
            </>
          ),
        },
        {
          title: '库存',
          width: 96,
          align: 'right',
          render: (_, { stock }) => (
            <span className={stock <= LOW_STOCK ? 'bad-t b' : ''}>
              {stock === 0 ? '售罄' : <Count value={stock} />}
            </span>
          ),
        },
        { title: '已售', width: 88, align: 'right', render: (_, { salesCount }) => <Count value={salesCount} /> },
        {
          title: '状态',
          width: 112,
          render: (_, { state }) => (state === 'on_shelf' ? <Dot tone="ok">在售</Dot> : <Dot tone="mute">已下架</Dot>),
        },
        {
          title: '改动',
          width: 144,
          render: (_, { updatedAt }) => <span className="num mut">{clockOf(updatedAt)}</span>,
        },
      ]}
    />
  );
}
