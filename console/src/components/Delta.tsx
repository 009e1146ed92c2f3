import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';

interface DeltaProps {
  now: number;
  before: number;
  /** Which way is good; only then it has a colour. */
  isGoodDown?: boolean;
}

/** How much more or less than before, with what it was. */
export function Delta({ now, before, isGoodDown = false }: DeltaProps) {
  if (before === 0) return <span className="delta flat">{now === 0 ? '昨天也没有' : '昨天没有'}</span>;
  const share = ((now - before) / before) * 100;
  if (Math.abs(share) < 0.05) return <span className="delta flat">持平</span>;
  const isUp = share > 0;
  return (
    <span className={`delta num ${isUp === isGoodDown ? 'neg' : 'pos'}`}>
      {isUp ? <ArrowUpOutlined aria-label="增加" /> : <ArrowDownOutlined aria-label="减少" />}
      {Math.abs(share) >= 1000 ? '超 10 倍' : `${Math.abs(share).toFixed(1)}%`}
    </span>
  );
}
