import type { ReactNode } from 'react';
import type { BlockKind } from '@jishi/contract/layoutBlocks';
const box = (x: number, y: number, w: number, h: number, r = 1.5, f = false) => (
  <rect
    key={`${x}-${y}-${w}-${h}`}
    x={x}
    y={y}
    width={w}
    height={h}
    rx={r}
    fill={f ? 'currentColor' : 'none'}
    fillOpacity={f ? 0.22 : 1}
  />
);
const line = (d: string) => <path key={d} d={d} />;
/** Each drawn as the block looks on the page. */
const DRAWINGS: Record<BlockKind, ReactNode> = {
  search: (
    <>
      {box(2.5, 8, 19, 8, 4)}
      <circle cx="7" cy="12" r="1.8" />
      {line('M8.3 13.3l1.2 1.2')}
    </>
  ),
  notice: (
    <>
      {box(2.5, 8, 19, 8, 2)}
      {line('M6 12h1M10 12h8')}
    </>
  ),
  heading: <>{line('M3 9h10M3 14h6M17 12h4')}</>,
  spacer: <>{line('M3 5h18M3 19h18M12 8.5v7M10 10.5l2-2 2 2M10 13.5l2 2 2-2')}</>,
  fab: (
    <>
      {box(3.5, 3, 17, 18, 2)}
      <circle cx="16" cy="16.5" r="2.3" fill="currentColor" fillOpacity=".22" />
    </>
  ),
  banner: (
    <>
      {box(2.5, 5, 19, 14, 2)}
      {line('M6 15l4-4 3 3 2-2 3 3')}
      {line('M10.5 21.5h3')}
    </>
  ),
  cube: (
    <>
      {box(2.5, 4, 9, 16, 1.5, true)}
      {box(13, 4, 8.5, 7.2)}
      {box(13, 12.8, 8.5, 7.2)}
    </>
  ),
  hotspot: (
    <>
      {box(2.5, 4, 19, 16, 2)}
      <rect x="6" y="7.5" width="7" height="6" rx="1" strokeDasharray="2 1.5" />
      {line('M14.5 12.5l4 1.6-1.7.8-.8 1.7z')}
    </>
  ),
  video: (
    <>
      {box(2.5, 5, 19, 14, 2)}
      <path d="M10.3 9.2v5.6l4.6-2.8z" fill="currentColor" fillOpacity=".22" />
    </>
  ),
  richText: <>{line('M4 5h16M4 9.5h16M4 14h10M4 18.5h13')}</>,
  navGrid: (
    <>
      {[5, 12, 19].map((x) =>
        [7, 16].map((y) => (
          <g key={`${x}${y}`}>
            <circle cx={x} cy={y - 1} r="2.2" fill="currentColor" fillOpacity={y < 10 ? 0.22 : 0} />
            <path d={`M${x - 1.6} ${y + 3.5}h3.2`} />
          </g>
        )),
      )}
    </>
  ),
  products: (
    <>
      {box(2.5, 3.5, 8.5, 9, 1.5, true)}
      {box(13, 3.5, 8.5, 9, 1.5, true)}
      {line('M2.5 15.5h6M2.5 18.5h4M13 15.5h6M13 18.5h4')}
    </>
  ),
  countdown: (
    <>
      {box(2.5, 7.5, 5.6, 9)}
      {box(9.2, 7.5, 5.6, 9)}
      {box(15.9, 7.5, 5.6, 9)}
    </>
  ),
  guide: (
    <>
      {box(2.5, 6, 19, 12, 2)}
      <circle cx="7" cy="12" r="2.4" fill="currentColor" fillOpacity=".22" />
      {line('M11.5 10.5h6M11.5 13.5h4')}
    </>
  ),
};
/** `kind` may be one that this console does not know. */
export function BlockIcon({ kind, size = 22 }: { kind: string; size?: number }) {
  const drawing = Object.hasOwn(DRAWINGS, kind) ? DRAWINGS[kind as BlockKind] : box(3, 5, 18, 14, 2);
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {drawing}
    </svg>
  );
}
