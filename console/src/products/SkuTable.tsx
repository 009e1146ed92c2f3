import { useState, type ClipboardEvent } from 'react';
import { Button, Input, InputNumber, Switch, Table, type TableColumnsType, type TableColumnType } from 'antd';
import { LOW_STOCK } from '@jishi/contract/plain/board';
import { Count } from '../components/Count';
import { MoneyInput } from '../components/MoneyInput';
import { keyOf, paste, type Column, type Option, type SkuRow } from './skuMatrix';
import { StockDialog } from './StockDialog';

export type Stock = NonNullable<SkuRow['known']>;

interface SkuTableProps {
  options: readonly Option[];
  rows: SkuRow[];
  stocks: readonly Stock[] | null;
  onChange(rows: SkuRow[]): void;
}

/** One row a combination. A block that was copied in a spreadsheet fills it from the field on that has the cursor. */
export function SkuTable({ options, rows, stocks, onChange }: SkuTableProps) {
  const [adjusted, setAdjusted] = useState<SkuRow | null>(null);
  const put = (at: number, changes: Partial<SkuRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...changes } : row)));
  const pasteAt = (row: number, column: Column) => (event: ClipboardEvent) => {
    const filled = paste(rows, event.clipboardData.getData('text/plain'), { row, column });
    if (!filled) return;
    event.preventDefault();
    onChange(filled);
  };
  // the form keeps what it began with, while shoppers buy
  const stockOf = (known: Stock) => stocks?.find(({ id }) => id === known.id) ?? known;
  const nameOf = ({ values }: SkuRow) => values.join(' / ') || '默认款';
  const moneyColumn = (title: string, column: 'priceFen' | 'compareAtFen'): TableColumnType<SkuRow> => ({
    title,
    width: 108,
    align: 'right',
    render: (_, row, index) => (
      <MoneyInput
        size="small"
        fen={row[column]}
        disabled={!row.isOn}
        label={`${nameOf(row)} ${title}`}
        onChange={(fen) => put(index, { [column]: fen })}
        onPaste={pasteAt(index, column)}
      />
    ),
  });
  const columns: TableColumnsType<SkuRow> = [
    ...(options.length === 0
      ? [{ title: '规格', width: 120, render: () => '默认款' }]
      : options.map(({ name }, column) => ({
          title: name || `规格 ${column + 1}`,
          width: 92,
          ellipsis: true,
          render: (_: unknown, row: SkuRow) => row.values[column],
        }))),
    moneyColumn('售价', 'priceFen'),
    moneyColumn('划线价', 'compareAtFen'),
    {
      title: '库存',
      width: 116,
      align: 'right',
      render: (_, row, index) =>
        row.known ? (
          <KnownStock stock={stockOf(row.known)} onAdjust={() => setAdjusted(row)} />
        ) : stocks === null ? (
          <InputNumber
            size="small"
            className="rnum"
            min={0}
            max={1_000_000}
            precision={0}
            controls={false}
            value={row.stock}
            disabled={!row.isOn}
            aria-label={`${nameOf(row)} 库存`}
            onChange={(stock) => put(index, { stock })}
            onPaste={pasteAt(index, 'stock')}
          />
        ) : (
          <span className="sub">保存后再盘点</span>
        ),
    },
    {
      title: '编码',
      render: (_, row, index) => (
        <Input
          size="small"
          className="num"
          value={row.code}
          maxLength={64}
          disabled={!row.isOn}
          aria-label={`${nameOf(row)} 编码`}
          onChange={({ target }) => put(index, { code: target.value })}
          onPaste={pasteAt(index, 'code')}
        />
      ),
    },
    {
      title: '售卖',
      width: 64,
      align: 'right',
      render: (_, row, index) => (
        <Switch
          size="small"
          checked={row.isOn}
          aria-label={`${nameOf(row)} 售卖`}
          onChange={(isOn) => put(index, { isOn })}
        />
      ),
    },
  ];
  return (
    <>
      <Table<SkuRow>
        rowKey={(row) => keyOf(row.values)}
        size="small"
        pagination={false}
        tableLayout="fixed"
        dataSource={rows}
        columns={columns}
      />
      {adjusted?.known && (
        <StockDialog sku={stockOf(adjusted.known)} name={nameOf(adjusted)} onClose={() => setAdjusted(null)} />
      )}
    </>
  );
}

function KnownStock({ stock: { onHand, reserved }, onAdjust }: { stock: Stock; onAdjust(): void }) {
  const left = onHand - reserved;
  return (
    <span className="row known-stock">
      <span className={left <= LOW_STOCK ? 'bad-t b' : ''} title={`实际 ${onHand}，订单占用 ${reserved}`}>
        <Count value={left} />
      </span>
      <Button type="link" size="small" onClick={onAdjust}>
        盘点
      </Button>
    </span>
  );
}
