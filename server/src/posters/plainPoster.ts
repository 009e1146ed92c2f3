import { drawCode, drawOffer, drawPicture, type Plan, type Scene } from './parts';

export const PLAIN: Plan = {
  width: 750,
  height: 1200,
  picture: { x: 0, y: 0, width: 750, height: 660 },
  code: { x: 522, y: 958, width: 164, height: 164 },
};

const LEFT = 52;

/** The quiet one: the picture to the edges, and much room below it. */
export function drawPlainPoster(scene: Scene): void {
  const { pen, colours, shop, from } = scene;
  const { ctx } = pen;
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, PLAIN.width, PLAIN.height);
  drawPicture(scene, PLAIN.picture, 0);
  const column = { x: LEFT, width: PLAIN.width - 2 * LEFT };
  drawOffer(
    scene,
    { ...column, y: 668, height: 248 },
    { size: 42, weight: 500, colour: colours.ink, lineHeight: 60 },
    { size: 84, colour: colours.price, was: { size: 32, colour: colours['ink-3'] } },
  );
  ctx.fillStyle = colours.line;
  ctx.fillRect(LEFT, 920, column.width, 2);
  const words = { x: LEFT, width: 430 };
  const lineHeight = 44;
  const top = 1040 - (64 + from.length * lineHeight) / 2;
  pen.line(
    shop,
    { ...words, y: top, height: 56 },
    { size: 40, weight: 700, colour: colours['primary-text'], spacing: 2 },
  );
  from.forEach((text, index) => {
    const box = { ...words, y: top + 64 + index * lineHeight, height: lineHeight };
    pen.line(text, box, { size: 29, weight: 400, colour: colours['ink-2'] });
  });
  drawCode(scene, PLAIN.code, { size: 25, weight: 400, colour: colours['ink-3'], gap: 4 }, 12);
}
