import { useState } from 'react';
import { stepsTo } from './scale';

interface TrendChartProps {
  name: string;
  /** One value for each hour that has begun. */
  today: readonly number[];
  yesterday: readonly number[];
  /** The values are fen. */
  isMoney: boolean;
}

const WIDTH = 760;
const HEIGHT = 236;
const LEFT = 48;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 26;
const SLOT = (WIDTH - LEFT - RIGHT) / 23;

/** Two lines over 24 hours; the pointer or the arrow keys read an hour. */
export function TrendChart({ name, today, yesterday, isMoney }: TrendChartProps) {
  const [hour, setHour] = useState<number | null>(null);
  const steps = stepsTo(Math.max(...today, ...yesterday) / (isMoney ? 100 : 1)).map(
    (step) => step * (isMoney ? 100 : 1),
  );
  const top = steps.at(-1)!;
  const x = (index: number) => LEFT + index * SLOT;
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const line = (values: readonly number[]) => values.map((value, index) => `${x(index)},${y(value)}`).join(' ');
  const last = today.length - 1;
  const shown = hour ?? last;
  const word = (value: number | undefined) =>
    value === undefined ? '—' : isMoney ? `¥${(value / 100).toLocaleString('zh-CN')}` : value.toLocaleString('zh-CN');
  const step = (by: number) => setHour(Math.min(23, Math.max(0, shown + by)));
  return (
    <div className="trend">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name}，${shown} 时：今天 ${word(today[shown])}，昨天 ${word(yesterday[shown])}`}
        tabIndex={0}
        onKeyDown={({ key }) => {
          if (key === 'ArrowLeft') step(-1);
          if (key === 'ArrowRight') step(1);
        }}
        onPointerLeave={() => setHour(null)}
        onPointerMove={({ clientX, currentTarget }) => {
          const { left, width } = currentTarget.getBoundingClientRect();
          const at = (((clientX - left) / width) * WIDTH - LEFT) / SLOT;
          setHour(Math.min(23, Math.max(0, Math.round(at))));
        }}
      >
        {steps.map((value) => (
          <g key={value}>
            <line className="trend-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text className="trend-label" x={LEFT - 8} y={y(value) + 4} textAnchor="end">
              {axisWord(value, isMoney)}
            </text>
          </g>
        ))}
        {[0, 3, 6, 9, 12, 15, 18, 21].map((index) => (
          <text key={index} className="trend-label" x={x(index)} y={HEIGHT - 8} textAnchor="middle">
            {`${String(index).padStart(2, '0')}:00`}
          </text>
        ))}
        <polyline className="trend-before" points={line(yesterday)} />
        <polygon className="trend-area" points={`${x(0)},${y(0)} ${line(today)} ${x(last)},${y(0)}`} />
        <polyline className="trend-today" points={line(today)} />
        {hour !== null && <line className="trend-cursor" x1={x(hour)} x2={x(hour)} y1={TOP} y2={y(0)} />}
        {yesterday[shown] !== undefined && (
          <circle className="trend-dot before" cx={x(shown)} cy={y(yesterday[shown])} r="3" />
        )}
        {today[shown] !== undefined && <circle className="trend-dot" cx={x(shown)} cy={y(today[shown])} r="4" />}
      </svg>
      <div className="trend-words num" aria-hidden>
        <b>{`${shown} 时`}</b>
        <span>今天 {word(today[shown])}</span>
        <span className="mut">昨天 {word(yesterday[shown])}</span>
      </div>
    </div>
  );
}

/** Units of the axis are short: `2 万`, `1,500`. */
function axisWord(value: number, isMoney: boolean): string {
  const amount = isMoney ? value / 100 : value;
  return amount >= 10_000 ? `${amount / 10_000} 万` : amount.toLocaleString('zh-CN');
}
