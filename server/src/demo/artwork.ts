import { blank, drawing, jpeg, lay, type Pixels, png, shade } from './canvas';
import { CATEGORY_ICONS } from './categories';
import { sprite } from './emoji';
import { emptyPlace, type Form, type Ground } from './grounds';
import { arrange } from './pictures';
import type { Slot, Thing } from './scenes';

/** 702×312 at one and a half times: sharp on phones, and small enough for the first screen. */
const BANNER = { width: 1053, height: 468 };
const ICON = 112;

type Spot = [thing: string, x: number, y: number, size: number, turn?: number];

interface Banner {
  name: string;
  ground: Ground;
  form: Form;
  spots: Spot[];
}

/** The left half stays empty: the shop's own words stand there. */
const BANNERS: Banner[] = [
  {
    name: 'demo/banner-1.jpg',
    ground: 'apricot',
    form: 'table',
    spots: [
      ['🧺', 0.64, 0.9, 0.54],
      ['🍁#cf4a2c', 0.925, 0.74, 0.3, 12],
      ['🍊', 0.8, 0.93, 0.32],
      ['🍊', 0.905, 0.955, 0.25],
      ['🍂', 0.535, 0.955, 0.22],
    ],
  },
  {
    name: 'demo/banner-2.jpg',
    ground: 'jade',
    form: 'table',
    spots: [
      ['🌿', 0.935, 0.83, 0.46],
      ['🫖#c9482b', 0.69, 0.9, 0.56],
      ['🍵', 0.87, 0.95, 0.27],
      ['🥮', 0.535, 0.955, 0.23],
    ],
  },
  {
    name: 'demo/banner-3.jpg',
    ground: 'rose',
    form: 'table',
    spots: [
      ['💐', 0.87, 0.86, 0.48],
      ['🎁', 0.68, 0.91, 0.46],
      ['🕯', 0.79, 0.95, 0.27],
      ['🍯', 0.935, 0.96, 0.24],
      ['🧣#c8442c', 0.545, 0.965, 0.26],
    ],
  },
];

function thingOf(text: string): Thing {
  const [emoji = '', dyed] = text.split('#');
  return { emoji, colour: dyed ? `#${dyed}` : null };
}

const slot = ([, x, y, size, turn = 0]: Spot): Slot => ({ x, y, size, turn, flip: false });

async function banner({ ground, form, spots }: Banner): Promise<Buffer> {
  const canvas = await emptyPlace(ground, form, BANNER.width, BANNER.height);
  await arrange(canvas, { ground, form, things: spots.map((spot) => ({ ...thingOf(spot[0]), ...slot(spot) })) });
  return jpeg(canvas, 82);
}

async function centred(text: string, side: number): Promise<Pixels> {
  const { emoji, colour } = thingOf(text);
  const thing = await sprite(emoji, colour, Math.round(side * 0.84));
  const canvas = blank(side, side);
  lay(canvas, thing, (side - thing.width) / 2, (side - thing.height) / 2);
  return canvas;
}

/** Banners and category icons, as names under `/assets/` and bytes. */
export async function composeArtwork(): Promise<{ name: string; bytes: Buffer }[]> {
  return Promise.all([
    ...BANNERS.map(async (one) => ({ name: one.name, bytes: await banner(one) })),
    ...CATEGORY_ICONS.map(async ({ name, thing }) => ({ name, bytes: await png(await centred(thing, ICON), 85) })),
  ]);
}

/**
 * A picture for an empty page or an error: things on a round ground, those above four fifths aloft, the rest transparent, as a small PNG.
 * Spots as in banners; `width` and `height` in pixels; `quality` 0..100 decides on the number of colours.
 */
export async function illustration(width: number, height: number, spots: Spot[], quality: number): Promise<Buffer> {
  const side = Math.min(width, height);
  const canvas = await drawing(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <ellipse cx="${width / 2}" cy="${height * 0.54}" rx="${width * 0.38}" ry="${height * 0.44}" fill="#e9c9a4" opacity=".3"/></svg>`);
  for (const spot of spots) {
    const { emoji, colour } = thingOf(spot[0]);
    const { x, y, size, turn } = slot(spot);
    const thing = await sprite(emoji, colour, Math.round(size * side), turn);
    const isAloft = y < 0.8;
    if (!isAloft) shade(canvas, x * width, y * height - 2, thing.width * 0.56, side * 0.045, '#6b3f1d', 0.5);
    lay(canvas, thing, x * width - thing.width / 2, y * height - thing.height);
  }
  return png(canvas, quality);
}
