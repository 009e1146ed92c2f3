import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawAwning } from './awning';
import { drawCode, drawOffer, drawPicture, type Plan, type Scene } from './parts';

export const TALL: Plan = {
  width: 750,
  height: 1334,
  picture: { x: 40, y: 172, width: 670, height: 590 },
  code: { x: 474, y: 1050, width: 188, height: 188 },
};

const CARD = { x: 40, y: 172, width: 670, height: 1122 };
const TEAR = 1022;

/** A whole phone's screen: a ticket on the shop's colour. */
export function drawTallPoster(scene: Scene): void {
  const { pen, colours, shop, from } = scene;
  const { ctx } = pen;
  const ground = ctx.createLinearGradient(0, 0, 0, TALL.height);
  ground.addColorStop(0, colours['hero-1']);
  ground.addColorStop(1, colours['hero-2']);
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, TALL.width, TALL.height);
  drawAwning(ctx, { width: TALL.width, height: 18, stripes: 14 }, colours);
  const name = { x: 60, y: 70, width: 630, height: 76 };
  pen.line(shop, name, { size: 50, weight: 700, colour: colours['on-primary'], spacing: 4 }, 'center');

  ctx.fillStyle = colours.surface;
  ctx.beginPath();
  ctx.roundRect(CARD.x, CARD.y, CARD.width, CARD.height, 32);
  ctx.fill();
  drawPicture(scene, TALL.picture, [32, 32, 0, 0]);
  drawOffer(
    scene,
    { x: 76, y: 772, width: 598, height: 240 },
    { size: 42, weight: 500, colour: colours.ink, lineHeight: 60 },
    { size: 84, colour: colours.price, was: { size: 32, colour: colours['ink-3'] } },
  );
  drawTear(scene, ground);
  const lineHeight = 54;
  from.forEach((text, index) => {
    const y = 1158 + (index - from.length / 2) * lineHeight;
    pen.line(text, { x: 76, y, width: 360, height: lineHeight }, { size: 34, weight: 500, colour: colours.ink });
  });
  drawCode(scene, TALL.code, { size: 26, weight: 400, colour: colours['ink-3'], gap: 6 });
}

/** A dashed line between two notches, through which the ground is seen. */
function drawTear({ pen: { ctx }, colours }: Scene, ground: SKRSContext2D['fillStyle']): void {
  ctx.fillStyle = ground;
  for (const x of [CARD.x, CARD.x + CARD.width]) {
    ctx.beginPath();
    ctx.arc(x, TEAR, 20, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.save();
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 3;
  ctx.setLineDash([12, 10]);
  ctx.beginPath();
  ctx.moveTo(CARD.x + 40, TEAR);
  ctx.lineTo(CARD.x + CARD.width - 40, TEAR);
  ctx.stroke();
  ctx.restore();
}
