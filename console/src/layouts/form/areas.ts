/** A place on a picture, in shares of its width and height. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
  label?: string;
  link?: unknown;
}

export type Rect = Pick<Area, 'x' | 'y' | 'width' | 'height'>;
/** Too small to tap below this. */
export const MIN_SIDE = 0.04;

const round = (share: number) => Math.round(share * 1000) / 1000;
const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Between two corners, kept on the picture. */
export function rectBetween(a: { x: number; y: number }, b: { x: number; y: number }): Rect {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map((x) => within(x, 0, 1)) as [number, number];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map((y) => within(y, 0, 1)) as [number, number];
  return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) };
}

export function moveRect({ x, y, width, height }: Rect, dx: number, dy: number): Rect {
  return { x: round(within(x + dx, 0, 1 - width)), y: round(within(y + dy, 0, 1 - height)), width, height };
}

/** The far corner moves, the near one stays. */
export function resizeRect({ x, y, width, height }: Rect, dx: number, dy: number): Rect {
  return {
    x,
    y,
    width: round(within(width + dx, MIN_SIDE, 1 - x)),
    height: round(within(height + dy, MIN_SIDE, 1 - y)),
  };
}
