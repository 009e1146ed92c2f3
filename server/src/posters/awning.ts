import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Colours } from './colours';

interface Awning {
  width: number;
  /** Of the straight part; the scallops hang half a stripe lower. */
  height: number;
  stripes: number;
}

/** The shop's awning over the upper edge: stripes that end in scallops, with a soft shadow. */
export function drawAwning(ctx: SKRSContext2D, { width, height, stripes }: Awning, colours: Colours): void {
  const stripe = width / stripes;
  const hang = (nth: number) => {
    ctx.rect(nth * stripe, 0, stripe, height);
    ctx.arc((nth + 0.5) * stripe, height, stripe / 2, 0, Math.PI);
  };
  ctx.save();
  ctx.shadowColor = 'rgba(74, 30, 10, 0.2)';
  ctx.shadowBlur = 12;
  ctx.shadowOffsetY = 6;
  // one shadow of the whole: each blur is dear, and a stripe's would lie on its neighbour
  ctx.fillStyle = colours['awning-b'];
  ctx.beginPath();
  for (let nth = 0; nth < stripes; nth++) hang(nth);
  ctx.fill();
  ctx.restore();
  ctx.fillStyle = colours['awning-a'];
  ctx.beginPath();
  for (let nth = 0; nth < stripes; nth += 2) hang(nth);
  ctx.fill();
}
