import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { illustration } from '../server/src/demo/artwork';

/**
 * Draws the pictures that ship inside the mini-program: illustrations of empty pages and errors, and the icons of the
 * tab bar, which the hosts accept only as PNG files. Run it with `npx tsx scripts/artwork.ts`; the results are committed.
 */
const root = path.join(__dirname, '..');
const folder = (name: string) => path.join(root, 'src', name);

const WIDTH = 240;
const HEIGHT = 195;
const LIMIT = 8 * 1000;

type Spots = Parameters<typeof illustration>[2];

const ILLUSTRATIONS: Record<string, Spots> = {
  cart: [
    ['🍂', 0.2, 0.87, 0.25],
    ['🧺', 0.51, 0.92, 0.64],
    ['🍊', 0.81, 0.93, 0.25],
  ],
  offline: [
    ['☁', 0.3, 0.56, 0.4],
    ['📡', 0.56, 0.93, 0.62],
    ['⚡', 0.84, 0.6, 0.24, 10],
  ],
  error: [
    ['🏮', 0.22, 0.68, 0.36],
    ['🪧', 0.53, 0.93, 0.6],
    ['🌱', 0.82, 0.94, 0.27],
  ],
  order: [
    ['🧾', 0.36, 0.9, 0.58],
    ['📦', 0.68, 0.94, 0.42],
  ],
  none: [
    ['🍃', 0.2, 0.66, 0.26],
    ['🔍', 0.52, 0.92, 0.58],
    ['🌰', 0.82, 0.94, 0.25],
  ],
  paid: [
    ['✨', 0.19, 0.54, 0.26],
    ['🛍', 0.5, 0.93, 0.6],
    ['🎉', 0.84, 0.68, 0.34],
  ],
  off: [
    ['🍃', 0.19, 0.64, 0.22],
    ['📦', 0.5, 0.93, 0.56],
    ['🌙', 0.83, 0.52, 0.28],
  ],
  favourites: [
    ['🍃', 0.19, 0.68, 0.24],
    ['💝', 0.51, 0.93, 0.58],
    ['🌸', 0.83, 0.92, 0.26],
  ],
  history: [
    ['🍂', 0.19, 0.88, 0.24],
    ['👟', 0.51, 0.92, 0.58],
    ['🌰', 0.82, 0.93, 0.24],
  ],
  staff: [
    ['🏮', 0.22, 0.66, 0.32],
    ['🏪', 0.52, 0.93, 0.6],
    ['🌱', 0.84, 0.93, 0.24],
  ],
  codes: [
    ['✨', 0.2, 0.58, 0.24],
    ['🏷', 0.51, 0.92, 0.58],
    ['🍃', 0.83, 0.9, 0.24],
  ],
  customers: [
    ['🌸', 0.2, 0.88, 0.24],
    ['🤝', 0.51, 0.9, 0.58],
    ['✨', 0.83, 0.6, 0.24],
  ],
  notices: [
    ['✨', 0.2, 0.58, 0.24],
    ['🔔', 0.51, 0.92, 0.58],
    ['🌱', 0.83, 0.93, 0.26],
  ],
  coin: [
    ['✨', 0.2, 0.58, 0.24],
    ['🪙', 0.51, 0.92, 0.58],
    ['🌾', 0.83, 0.93, 0.28],
  ],
};

const TABS = { home: 'home', category: 'layout-grid', cart: 'basket', me: 'user' };
const TAB_SIDE = 81;
/** 3:1 and more on the light bar and on the dark one: a second set would cost the main package 7 KiB. */
const NORMAL = '#85786c';
const SELECTED = '#d4502f';

const icons = path.join(
  path.dirname(createRequire(path.join(root, 'package.json')).resolve('@tabler/icons/package.json')),
  'icons',
);

/** The drawing of an icon without its outer tag. */
async function strokes(style: 'outline' | 'filled', name: string): Promise<string> {
  const svg = await readFile(path.join(icons, style, `${name}.svg`), 'utf8');
  return svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
}

/** The 24-unit icon with a little air around it, in one colour. */
async function tabIcon(name: string, isSelected: boolean): Promise<Buffer> {
  const colour = isSelected ? SELECTED : NORMAL;
  const paint = isSelected
    ? `fill="${colour}" stroke="none"`
    : `fill="none" stroke="${colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"`;
  const inner = (await strokes(isSelected ? 'filled' : 'outline', name)).replaceAll('currentColor', colour);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${TAB_SIDE}" height="${TAB_SIDE}" viewBox="-1.5 -1.5 27 27" ${paint}>${inner}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32, compressionLevel: 9, effort: 10 }).toBuffer();
}

/** As good as fits: these pictures count against the size of a package. */
async function small(spots: Spots): Promise<Buffer> {
  for (const quality of [90, 75, 60, 50]) {
    const bytes = await illustration(WIDTH, HEIGHT, spots, quality);
    if (bytes.length <= LIMIT) return bytes;
  }
  throw new Error('An illustration does not fit, even in few colours');
}

async function keep(file: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  console.log(`${path.relative(root, file)} ${(bytes.length / 1024).toFixed(1)} KiB`);
}

/** A picture in a subpackage's folder weighs on that one only, in `components` on the main package, which is full. */
const USERS: Record<string, string[]> = {
  none: ['mall', 'orders', 'account'],
  off: ['mall', 'orders'],
  order: ['orders'],
  paid: ['orders'],
  favourites: ['account'],
  history: ['account'],
  notices: ['account'],
  staff: ['staff'],
  codes: ['staff'],
  customers: ['staff'],
  coin: ['points'],
};

async function main(): Promise<void> {
  for (const [name, spots] of Object.entries(ILLUSTRATIONS)) {
    const bytes = await small(spots);
    for (const user of USERS[name] ?? ['components']) await keep(folder(`${user}/pictures/${name}.png`), bytes);
  }
  for (const [tab, icon] of Object.entries(TABS)) {
    await keep(folder(`pages/tabs/${tab}.png`), await tabIcon(icon, false));
    await keep(folder(`pages/tabs/${tab}-on.png`), await tabIcon(icon, true));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
