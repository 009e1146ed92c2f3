import { useState } from 'react';
import { Button, InputNumber } from 'antd';
import { MoneyInput } from '../components/MoneyInput';
import type { SkuRow } from './skuMatrix';

interface BatchFillProps {
  rows: SkuRow[];
  isNew: boolean;
  onChange(rows: SkuRow[]): void;
}

/** Puts the same price or stock into every row that is sold. */
export function BatchFill({ rows, isNew, onChange }: BatchFillProps) {
  const [priceFen, setPrice] = useState<number | null>(null);
  const [compareAtFen, setCompareAt] = useState<number | null>(null);
  const [stock, setStock] = useState<number | null>(null);
  const canFill = priceFen !== null || compareAtFen !== null || stock !== null;
  const fill = () =>
    onChange(
      rows.map((row) =>
        row.isOn
          ? {
              ...row,
              ...(priceFen !== null && { priceFen }),
              ...(compareAtFen !== null && { compareAtFen }),
              ...(stock !== null && row.known === null && { stock }),
            }
          : row,
      ),
    );
  return (
    <div className="bulk batch">
      <span className="mut">批量填写</span>
      <MoneyInput size="small" fen={priceFen} onChange={setPrice} label="批量售价" placeholder="售价" />
      <MoneyInput size="small" fen={compareAtFen} onChange={setCompareAt} label="批量划线价" placeholder="划线价" />
      {isNew && (
        <InputNumber
          size="small"
          className="rnum"
          min={0}
          max={1_000_000}
          precision={0}
          controls={false}
          value={stock}
          onChange={setStock}
          aria-label="批量库存"
          placeholder="库存"
        />
      )}
      <Button size="small" disabled={!canFill} onClick={fill}>
        应用到全部
      </Button>
      <span className="grow" />
      <span className="note">可以从表格软件粘贴一片</span>
    </div>
  );
}
