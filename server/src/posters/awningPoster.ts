import { drawAwning } from './awning';
import { drawCode, drawHeader, drawOffer, drawPicture, type Plan, type Scene } from './parts';

export const AWNING: Plan = {
  width: 750,
  height: 1200,
  picture: { x: 33, y: 172, width: 684, height: 684 },
  code: { x: 506, y: 900, width: 196, height: 196 },
};

/** The market's stall: the awning, the name, the picture, and below it what to say and what to scan. */
export function drawAwningPoster(scene: Scene): void {
  const { pen, colours } = scene;
  pen.ctx.fillStyle = colours.surface;
  pen.ctx.fillRect(0, 0, AWNING.width, AWNING.height);
  drawAwning(pen.ctx, { width: AWNING.width, height: 32, stripes: 10 }, colours);
  drawHeader(
    scene,
    { x: 44, y: 92, width: 662, height: 64 },
    { size: 46, weight: 700, colour: colours['hero-2'], spacing: 2 },
    { size: 30, weight: 400, colour: colours['ink-2'] },
  );
  drawPicture(scene, AWNING.picture, 33);
  drawOffer(
    scene,
    { x: 44, y: 868, width: 430, height: 298 },
    { size: 40, weight: 500, colour: colours.ink, lineHeight: 58 },
    { size: 92, colour: colours.price, was: { size: 32, colour: colours['ink-3'] } },
  );
  drawCode(scene, AWNING.code, { size: 27, weight: 400, colour: colours['ink-3'], gap: 12 });
}
