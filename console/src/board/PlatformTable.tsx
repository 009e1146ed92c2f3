import type { AdminOk } from '../api/call';
import { Blank } from '../components/Blank';
import { Count } from '../components/Count';
import { Delta } from '../components/Delta';
import { Money } from '../components/Money';
import { Panel } from '../components/Panel';
import { PlatformTag } from '../components/PlatformTag';

/** The same figures for each platform, the most sales first. */
export function PlatformTable({ board: { platforms, today } }: { board: AdminOk<'GET /admin/board'> }) {
  const rows = [...platforms].sort((a, b) => b.today.salesFen - a.today.salesFen);
  const most = Math.max(1, ...rows.map((row) => row.today.salesFen));
  const hasVisits = today.visits !== null;
  return (
    <Panel title="平台" note="今天，按支付金额排">
      {rows.length === 0 ? (
        <Blank title="今天和昨天都还没有来客" hint="有人打开店铺，这里就有数字" />
      ) : (
        <table className="mini platform-table">
          <thead>
            <tr>
              <th>平台</th>
              {hasVisits && <th>访问</th>}
              <th>支付订单</th>
              <th>退款金额</th>
              <th>支付金额</th>
              <th>比昨天</th>
              <th aria-label="占比" />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ platform, today: now, yesterday }) => (
              <tr key={platform}>
                <td>
                  <PlatformTag platform={platform} />
                </td>
                {hasVisits && (
                  <td>
                    <Count value={now.visits ?? 0} />
                  </td>
                )}
                <td>
                  <Count value={now.orders} />
                </td>
                <td>
                  <Money fen={now.refundFen} />
                </td>
                <td>
                  <Money fen={now.salesFen} isStrong />
                </td>
                <td>
                  <Delta now={now.salesFen} before={yesterday.salesFen} />
                </td>
                <td>
                  <span className="bar">
                    <i style={{ width: `${(now.salesFen / most) * 100}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
