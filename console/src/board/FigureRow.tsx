import type { ReactNode } from 'react';
import type { AdminOk } from '../api/call';
import { Count } from '../components/Count';
import { Delta } from '../components/Delta';
import { Money } from '../components/Money';
import { Panel } from '../components/Panel';

type Board = AdminOk<'GET /admin/board'>;

/** The figures of today, each beside yesterday's at the same time. */
export function FigureRow({ board: { today, yesterday } }: { board: Board }) {
  const average = ({ orders, salesFen }: Board['today']) => (orders > 0 ? Math.round(salesFen / orders) : 0);
  return (
    <Panel isFlush>
      <div className="kpis">
        <Figure name="支付金额" now={today.salesFen} before={yesterday.salesFen} isMoney />
        <Figure name="支付订单" now={today.orders} before={yesterday.orders} />
        {today.visits !== null && <Figure name="访问" now={today.visits} before={yesterday.visits ?? 0} />}
        <Figure name="客单价" now={average(today)} before={average(yesterday)} isMoney />
        <Figure name="退款金额" now={today.refundFen} before={yesterday.refundFen} isMoney isGoodDown />
      </div>
    </Panel>
  );
}

interface FigureProps {
  name: string;
  now: number;
  before: number;
  isMoney?: boolean;
  isGoodDown?: boolean;
}

function Figure({ name, now, before, isMoney, isGoodDown }: FigureProps) {
  const shown = (value: number): ReactNode => (isMoney ? <Money fen={value} /> : <Count value={value} />);
  return (
    <div className="kpi">
      <div className="sub">{name}</div>
      <div className="kpi-v">{shown(now)}</div>
      <div className="kpi-f">
        <Delta now={now} before={before} isGoodDown={isGoodDown ?? false} />
        {before > 0 && <span className="mut">昨天 {shown(before)}</span>}
      </div>
    </div>
  );
}
