import { createCanvas } from '@napi-rs/canvas';
import type { PosterTemplate } from '@jishi/contract/plain/staff';
import { AWNING, drawAwningPoster } from './awningPoster';
import { coloursOf } from './colours';
import { wordsOf, type Plan, type Scene } from './parts';
import { createPen, type Written } from './pen';
import { readCode, readProductPicture } from './pictures';
import { drawPlainPoster, PLAIN } from './plainPoster';
import { drawTallPoster, TALL } from './tallPoster';
import type { PosterInput } from './types';

export const PLANS: Record<PosterTemplate, Plan> = { awning: AWNING, plain: PLAIN, tall: TALL };
const DRAW: Record<PosterTemplate, (scene: Scene) => void> = {
  awning: drawAwningPoster,
  plain: drawPlainPoster,
  tall: drawTallPoster,
};

const QUALITY = 90;

/** The JPEG, and every line that stands on it. Throws PictureRefused for a code that is no picture. */
export async function drawPoster(input: PosterInput): Promise<{ bytes: Buffer; written: Written[] }> {
  const plan = PLANS[input.template];
  const colours = coloursOf(input.theme);
  const [picture, code] = await Promise.all([
    readProductPicture(input.pictureBytes, plan.picture),
    readCode(input.code.bytes),
  ]);
  const canvas = createCanvas(plan.width, plan.height);
  const pen = createPen(canvas.getContext('2d'));
  const { priceFen, wasFen } = input;
  const words = wordsOf(input);
  // who holds the phone that shows it cannot point its camera at it
  const scanWith = input.code.kind === 'h5' ? '长按识别' : words.scanWith;
  DRAW[input.template]({ pen, colours, ...words, scanWith, priceFen, wasFen, picture, code });
  return { bytes: await canvas.encode('jpeg', QUALITY), written: pen.written };
}
