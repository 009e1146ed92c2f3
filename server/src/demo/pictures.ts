import { jpeg, lay, type Pixels, shade } from './canvas';
import { forgetSprites, outline, sprite, type Sprite } from './emoji';
import { coverFront, emptyPlace, forgetGrounds, GROUNDS } from './grounds';
import { readScene, type Scene, type Slot } from './scenes';

const SIDE = 600;
const QUALITY = 80;

function contactShadow(canvas: Pixels, thing: Sprite, left: number, base: number, side: number, deep: string): void {
  const { from, to } = thing.contact;
  const foot = left + ((from + to) / 2) * thing.width;
  const reach = Math.max((to - from) * thing.width, thing.width * 0.28);
  shade(canvas, left + thing.width / 2 + side * 0.025, base - side * 0.004, thing.width * 0.62, side * 0.05, deep, 0.5);
  shade(canvas, foot, base - side * 0.004, reach * 0.62, side * 0.026, deep, 0.62);
}

/** Puts the things on the canvas, the farthest first. On `flat` and `hang` the slot is the thing's middle. */
export async function arrange(canvas: Pixels, scene: Scene): Promise<void> {
  const side = Math.min(canvas.width, canvas.height);
  const deep = GROUNDS[scene.ground][3];
  const loose = scene.form === 'flat' || scene.form === 'hang';
  const order = [...scene.things].sort((a, b) => a.y - b.y);
  const sprites = await Promise.all(
    order.map((t) => sprite(t.emoji, t.colour, Math.round(t.size * side), t.turn, t.flip)),
  );
  for (const [i, thing] of sprites.entries()) {
    const slot: Slot | undefined = order[i];
    if (!slot) continue;
    const left = slot.x * canvas.width - thing.width / 2;
    const top = slot.y * canvas.height - (loose ? thing.height / 2 : thing.height);
    if (loose) {
      const lift = scene.form === 'flat' ? 0.012 : 0.03;
      const blur = side * (scene.form === 'flat' ? 0.012 : 0.024);
      const shadow = await outline(thing, blur, deep, 0.4);
      const pad = (shadow.width - thing.width) / 2;
      lay(canvas, shadow, left - pad + side * lift, top - pad + side * lift * 1.6);
    } else if (scene.form !== 'crate') {
      contactShadow(canvas, thing, left, slot.y * canvas.height, side, deep);
    }
    lay(canvas, thing, left, top);
  }
}

/** Composes one square still life as a JPEG. The same text gives the same bytes. */
export async function composePicture(text: string, colour: string | null = null): Promise<Buffer> {
  const scene = readScene(text, colour);
  const canvas = await emptyPlace(scene.ground, scene.form, SIDE, SIDE);
  await arrange(canvas, scene);
  await coverFront(canvas, scene.ground, scene.form);
  return jpeg(canvas, QUALITY);
}

export interface PictureJob {
  scene: string;
  /** The colour of things marked with a bare `#`, as `#rrggbb`. */
  colour: string | null;
}

export const pictureKey = ({ scene, colour }: PictureJob): string =>
  scene.includes('# ') || scene.endsWith('#') ? `${scene} ${colour}` : scene;

/**
 * Composes every picture once, those of one ground one after another so that it is drawn once, and hands each to
 * `keep` (which returns its path). Answers paths by `pictureKey`. Four at a time keep two cores busy.
 */
export async function composeAll(
  jobs: PictureJob[],
  keep: (bytes: Buffer) => Promise<string>,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, string>> {
  const unique = [...new Map(jobs.map((job) => [pictureKey(job), job])).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const paths = new Map<string, string>();
  let next = 0;
  const work = async () => {
    for (let entry = unique[next++]; entry; entry = unique[next++]) {
      const [key, { scene, colour }] = entry;
      paths.set(key, await keep(await composePicture(scene, colour)));
      onProgress(paths.size, unique.length);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  forgetSprites();
  forgetGrounds();
  return paths;
}
