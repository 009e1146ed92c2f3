import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { Panel } from '../components/Panel';
import { yuanOf } from '../components/yuan';
import { BatchFill } from './BatchFill';
import type { Draft } from './draft';
import { OptionRow } from './OptionRow';
import { arrange, type Option } from './skuMatrix';
import { SkuTable, type Stock } from './SkuTable';

interface SkuPanelProps {
  draft: Pick<Draft, 'options' | 'rows'>;
  /** What is in stock now; null for a product that is not there yet. */
  stocks: readonly Stock[] | null;
  onChange(changes: Partial<Draft>): void;
}

const MAX_OPTIONS = 3;

/** Options and the table of what they make: every combination has its price. */
export function SkuPanel({ draft: { options, rows }, stocks, onChange }: SkuPanelProps) {
  const setOptions = (changed: Option[]) => onChange({ options: changed, rows: arrange(changed, rows) });
  return (
    <Panel
      title="规格与库存"
      note={summaryOf(rows)}
      isFlush
      extra={
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={options.length >= MAX_OPTIONS}
          onClick={() => setOptions([...options, { name: '', values: [] }])}
        >
          添加规格
        </Button>
      }
    >
      {options.length > 0 && (
        <div className="options">
          {options.map((option, index) => (
            <OptionRow
              key={index}
              option={option}
              index={index}
              onChange={(changed) => setOptions(options.map((one, at) => (at === index ? changed : one)))}
              onRemove={() => setOptions(options.filter((_, at) => at !== index))}
            />
          ))}
        </div>
      )}
      {rows.length > 1 && (
        <BatchFill rows={rows} isNew={stocks === null} onChange={(filled) => onChange({ rows: filled })} />
      )}
      <SkuTable
        options={options.filter(({ values }) => values.length > 0)}
        rows={rows}
        stocks={stocks}
        onChange={(changed) => onChange({ rows: changed })}
      />
    </Panel>
  );
}

function summaryOf(rows: Draft['rows']): string {
  const on = rows.filter(({ isOn }) => isOn);
  const prices = on.flatMap(({ priceFen }) => (priceFen === null ? [] : [priceFen]));
  if (prices.length === 0) return `${on.length} 种`;
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return `${on.length} 种，¥${yuanOf(low)}${high > low ? ` – ${yuanOf(high)}` : ''}`;
}
