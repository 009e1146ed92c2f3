import { Tooltip } from 'antd';
import { Blank } from '../../components/Blank';
import { startOfDay } from '../../time';
import type { LayoutPageRow } from '../rows';
import { barsOf, SCHEDULE_DAYS, type Bar } from './schedule';

const DAY_MS = 86_400_000;
const LANE_PX = 28;

/** What is live and what comes, day by day. */
export function ScheduleChart({ pages, now = Date.now() }: { pages: LayoutPageRow[]; now?: number }) {
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  const first = Date.parse(startOfDay(today));
  const rows = pages.map((page) => ({ page, bars: barsOf(page, first) })).filter(({ bars }) => bars.length > 0);
  if (rows.length === 0) return <Blank title="还没有发布过" hint="顾客看到的是店铺自带的样子" />;
  return (
    <div className="gantt">
      <div className="g-row h">
        <span />
        <div className="g-days">
          {Array.from({ length: SCHEDULE_DAYS }, (_, index) => (
            <span key={index} className={`num ${index === 0 ? 'today' : ''}`}>
              {dayName(first + index * DAY_MS, index)}
            </span>
          ))}
        </div>
      </div>
      {rows.map(({ page, bars }) => (
        <div className="g-row" key={page.id}>
          <span className="ell" title={page.title}>
            {page.title}
          </span>
          <div className="g-lane" style={{ height: (Math.max(...bars.map(({ lane }) => lane)) + 1) * LANE_PX + 12 }}>
            {bars.map((bar) => (
              <ReleaseBar key={bar.releaseId} bar={bar} />
            ))}
            <span className="g-now" style={{ left: `${((now - first) / (SCHEDULE_DAYS * DAY_MS)) * 100}%` }} />
          </div>
        </div>
      ))}
    </div>
  );
}

function ReleaseBar({ bar: { is, start, length, lane, text } }: { bar: Bar }) {
  return (
    <Tooltip title={text}>
      <span
        className={`g-bar ${is}`}
        style={{
          left: `calc(${start * 100}% + 2px)`,
          width: `calc(${length * 100}% - 4px)`,
          top: 8 + lane * LANE_PX,
        }}
      >
        {text}
      </span>
    </Tooltip>
  );
}

/** The month where a new one begins, and at the left edge. */
function dayName(at: number, index: number): string {
  const [, month, day] = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10).split('-');
  return index === 0 || day === '01' ? `${Number(month)}-${Number(day)}` : String(Number(day));
}
