import { useState } from 'react';
import { Segmented } from 'antd';
import type { AdminOk } from '../api/call';
import { Panel } from '../components/Panel';
import { clockOf } from '../time';
import { TrendChart } from './TrendChart';

type Hours = AdminOk<'GET /admin/board'>['hours'];
type Measure = 'salesFen' | 'orders' | 'visits';

const NAMES: Record<Measure, string> = { salesFen: '支付金额', orders: '支付订单', visits: '访问' };

/** Today hour by hour, over the whole of yesterday. */
export function Trend({ hours, at }: { hours: Hours; at: string }) {
  const [measure, setMeasure] = useState<Measure>('salesFen');
  const hasVisits = hours.today.some(({ visits }) => visits !== null);
  const measures = (Object.keys(NAMES) as Measure[]).filter((name) => name !== 'visits' || hasVisits);
  const valuesOf = (list: Hours['today']) => list.map((hour) => hour[measure] ?? 0);
  return (
    <Panel
      title={NAMES[measure]}
      note={`按小时，截至 ${clockOf(at)}`}
      extra={
        <div className="row trend-legend">
          <span className="lgd">今天</span>
          <span className="lgd before">昨天</span>
          <Segmented
            size="small"
            value={measure}
            onChange={setMeasure}
            options={measures.map((name) => ({ value: name, label: NAMES[name] }))}
          />
        </div>
      }
    >
      <TrendChart
        name={NAMES[measure]}
        today={valuesOf(hours.today)}
        yesterday={valuesOf(hours.yesterday)}
        isMoney={measure === 'salesFen'}
      />
    </Panel>
  );
}
