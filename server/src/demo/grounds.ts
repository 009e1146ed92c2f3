import { copyOf, drawing, lay, type Pixels } from './canvas';
import { recent } from './recent';

/** Muted grounds keep a mixed shelf calm: light wall, wall, table, and the colour of shadows. */
export const GROUNDS = {
  cream: ['#fdf8ee', '#f5e9d4', '#ebdabc', '#8a6a3a'],
  blush: ['#fdf0ea', '#f8dacd', '#efc4b2', '#8d4b35'],
  apricot: ['#fff3e0', '#fbddb3', '#f2c48b', '#8f5a1c'],
  sage: ['#f4f6ea', '#dee6c9', '#c8d4ac', '#52632c'],
  mist: ['#f0f5f5', '#d3e2e3', '#bacfd2', '#35565b'],
  lilac: ['#f5f1f8', '#e0d6e9', '#cbbeda', '#564470'],
  butter: ['#fffae3', '#f9ebb4', '#efdb8f', '#80681a'],
  clay: ['#f8ece3', '#e8cfbd', '#d6b49c', '#6e4529'],
  jade: ['#edf6f1', '#c9e2d6', '#a9cdbc', '#1f5a49'],
  rose: ['#fdeff0', '#f6d0d5', '#ebb6be', '#8a3b48'],
  sky: ['#eef4fc', '#cdddf3', '#b2c9e8', '#33507d'],
  sand: ['#f9f4ea', '#eadfcb', '#d9c9ac', '#6b5836'],
  gold: ['#fbe9be', '#f0cc7c', '#ddb057', '#6b4a0d'],
  verm: ['#f2795a', '#db4d2c', '#c43c1d', '#6b1606'],
  night: ['#6a5a7c', '#453857', '#332a42', '#0f0a16'],
} as const;

export type Ground = keyof typeof GROUNDS;
export const isGround = (name: string): name is Ground => Object.hasOwn(GROUNDS, name);

/** How the place is built. `flat` is seen from above, `hang` is a bare wall; all others have a table at 70 %. */
export const FORMS = [
  'table',
  'plinth',
  'arch',
  'sun',
  'window',
  'steps',
  'shelf',
  'plate',
  'board',
  'cloth',
  'crate',
  'flat',
  'hang',
] as const;
export type Form = (typeof FORMS)[number];
/** Without a table: a wall, or a surface seen from above. */
const isBare = (form: Form) => form === 'flat' || form === 'hang' || form === 'shelf';

export const isForm = (name: string): name is Form => (FORMS as readonly string[]).includes(name);

interface Place {
  width: number;
  height: number;
  /** Half the width, the height of the table's far edge, and the shorter side: what shapes are measured in. */
  cx: number;
  horizon: number;
  side: number;
  wall: string;
  lower: string;
  table: string;
  deep: string;
}

const ellipse = (cx: number, cy: number, rx: number, ry: number, rest: string) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" ${rest}/>`;

function block(p: Place, cx: number, top: number, rx: number, height: number): string {
  const ry = rx * 0.22;
  return `${ellipse(cx + p.side * 0.02, top + height + ry * 0.35, rx * 1.35, ry * 1.7, 'fill="url(#soft)"')}
    <path d="M${cx - rx} ${top} v${height} a${rx} ${ry} 0 0 0 ${rx * 2} 0 v${-height}z" fill="url(#block)"/>
    ${ellipse(cx, top, rx, ry, `fill="${p.wall}"`)}
    ${ellipse(cx, top, rx, ry, `fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="${p.side * 0.003}"`)}`;
}

function cloth(p: Place): string {
  const lines: string[] = [];
  for (let i = -14; i <= 14; i++) {
    const near = p.cx + i * p.side * 0.115;
    const far = p.cx + i * p.side * 0.082;
    const half = p.side * 0.026;
    lines.push(
      `<path d="M${far - half * 0.7} ${p.horizon} h${half * 1.4} L${near + half} ${p.height} h${-half * 2}z"/>`,
    );
  }
  for (let i = 0, y = p.horizon + p.side * 0.014; y < p.height; i++) {
    const thick = p.side * (0.018 + i * 0.008);
    lines.push(`<path d="M0 ${y} h${p.width} v${thick} h${-p.width}z"/>`);
    y += thick * 2.1;
  }
  return `<path d="M0 ${p.horizon} h${p.width} V${p.height} H0z" fill="#fffdf8" opacity=".55"/><g fill="${p.deep}" opacity=".13">${lines.join('')}</g>`;
}

function windowLight(p: Place): string {
  const panes: string[] = [];
  const [w, h, lean, bar] = [p.side * 0.21, p.side * 0.22, p.side * 0.09, p.side * 0.03];
  for (let row = 0; row < 2; row++) {
    for (let col = 0; col < 2; col++) {
      const x = p.cx - p.side * 0.34 + col * (w + bar) + row * (lean + bar * 0.4);
      const y = p.horizon - p.side * 0.6 + row * (h + bar) + col * p.side * 0.05;
      panes.push(`<path d="M${x} ${y} l${w} ${p.side * 0.045} l${lean} ${h} l${-w} ${-p.side * 0.045}z"/>`);
    }
  }
  return `<rect width="${p.width}" height="${p.horizon}" fill="${p.table}" opacity=".55"/><g fill="#fff9e6" opacity=".8">${panes.join('')}</g>`;
}

function shelf(p: Place): string {
  const [y, thick] = [p.side * 0.74, p.side * 0.038];
  const x = p.cx - p.side * 0.46;
  const w = p.side * 0.92;
  return `<rect x="${x + p.side * 0.02}" y="${y + thick}" width="${w}" height="${p.side * 0.09}" fill="url(#under)"/>
    <rect x="${x}" y="${y - p.side * 0.022}" width="${w}" height="${p.side * 0.024}" fill="#dcb88c"/>
    <rect x="${x}" y="${y}" width="${w}" height="${thick}" rx="${p.side * 0.006}" fill="#b98a58"/>
    <rect x="${x}" y="${y}" width="${w}" height="${p.side * 0.005}" fill="#ebcfa8"/>`;
}

/** Plate and board lie on the table; things stand around 84 % of the height. */
function ware(p: Place, form: Form): string {
  const [cx, cy] = [p.cx, p.height - p.side * 0.175];
  const [rx, ry] = [p.side * 0.4, p.side * 0.115];
  const under = ellipse(cx + p.side * 0.015, cy + p.side * 0.035, rx * 1.12, ry * 1.25, 'fill="url(#soft)"');
  if (form === 'plate') {
    return `${under}${ellipse(cx, cy + p.side * 0.012, rx, ry, `fill="${p.table}"`)}${ellipse(cx, cy, rx, ry, 'fill="#fffefa"')}
      ${ellipse(cx, cy, rx * 0.76, ry * 0.7, `fill="${p.wall}" stroke="${p.table}" stroke-opacity=".8" stroke-width="${p.side * 0.004}"`)}`;
  }
  const rings = [0.92, 0.7, 0.44].map((k) =>
    ellipse(
      cx - p.side * 0.03,
      cy,
      rx * k,
      ry * k,
      `fill="none" stroke="#9a6a3a" stroke-opacity=".28" stroke-width="${p.side * 0.005}"`,
    ),
  );
  return `${under}<path d="M${cx - rx} ${cy} v${p.side * 0.03} a${rx} ${ry} 0 0 0 ${rx * 2} 0 v${-p.side * 0.03}z" fill="#a87645"/>
    ${ellipse(cx, cy, rx, ry, 'fill="#d9ad78"')}${rings.join('')}`;
}

function standing(p: Place, form: Form): string {
  const { cx, horizon, side } = p;
  const r = side * 0.33;
  const arch = `M${cx - r} ${horizon} v${-side * 0.3} a${r} ${r} 0 0 1 ${r * 2} 0 V${horizon}`;
  switch (form) {
    case 'plinth':
      return block(p, cx, horizon + side * 0.05, side * 0.34, side * 0.17);
    case 'steps':
      return (
        block(p, cx - side * 0.15, horizon - side * 0.09, side * 0.25, side * 0.3) +
        block(p, cx + side * 0.22, horizon + side * 0.08, side * 0.19, side * 0.14)
      );
    case 'arch':
      return `<path d="${arch}z" fill="${p.table}" opacity=".75"/><path d="${arch}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="${side * 0.006}"/>`;
    case 'sun':
      return ellipse(cx, horizon - side * 0.24, r, r, `fill="${p.table}" opacity=".7"`);
    case 'window':
      return windowLight(p);
    case 'shelf':
      return shelf(p);
    case 'plate':
    case 'board':
      return ware(p, form);
    case 'cloth':
      return cloth(p);
    default:
      return '';
  }
}

/** Slanting morning light. It falls on every ground alike, so its costly blur is drawn once for a size. */
function beams(width: number, height: number, foot: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${Math.min(width, height) / 60}"/></filter></defs>
    <g filter="url(#blur)" opacity=".3" fill="#fff">
    <path d="M${width * 0.02} ${-height * 0.05} L${width * 0.3} ${-height * 0.05} L${width * 0.86} ${foot} L${width * 0.42} ${foot}z"/>
    <path d="M${width * 0.4} ${-height * 0.05} L${width * 0.5} ${-height * 0.05} L${width * 1.02} ${foot} L${width * 0.92} ${foot}z" opacity=".7"/></g></svg>`;
}

const light = recent<Promise<Pixels>>(4);

/** A dark ground and one that has its own light get none. */
async function lit(canvas: Pixels, ground: Ground, form: Form): Promise<Pixels> {
  if (form === 'window' || ground === 'night' || ground === 'verm') return canvas;
  const { width, height } = canvas;
  const foot = isBare(form) ? height * 1.02 : height * 0.7;
  lay(canvas, await light.get([width, height, foot].join(), () => drawing(beams(width, height, foot))), 0, 0);
  return canvas;
}

function svg(p: Place, form: Form): string {
  const [from, to] = form === 'flat' ? [p.lower, p.table] : [p.wall, p.lower];
  const table = `<rect y="${p.horizon}" width="${p.width}" height="${p.height - p.horizon}" fill="url(#table)"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${p.width}" height="${p.height}"><defs>
    <linearGradient id="wall" x1="0" y1="0" x2=".25" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
    <linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${p.table}"/><stop offset=".6" stop-color="${p.lower}"/></linearGradient>
    <linearGradient id="block"><stop offset="0" stop-color="${p.table}"/><stop offset=".35" stop-color="${p.wall}"/><stop offset="1" stop-color="${p.table}"/></linearGradient>
    <linearGradient id="under" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${p.deep}" stop-opacity=".3"/><stop offset="1" stop-color="${p.deep}" stop-opacity="0"/></linearGradient>
    <radialGradient id="soft"><stop offset="0" stop-color="${p.deep}" stop-opacity=".42"/><stop offset=".6" stop-color="${p.deep}" stop-opacity=".26"/><stop offset="1" stop-color="${p.deep}" stop-opacity="0"/></radialGradient></defs>
    <rect width="${p.width}" height="${p.height}" fill="url(#wall)"/>${isBare(form) ? '' : table}
    ${standing(p, form)}</svg>`;
}

/** The front boards of a market crate, drawn over the goods that look out of it. */
function crateFront(p: Place): string {
  const { cx, side, height } = p;
  const [x, w] = [cx - side * 0.4, side * 0.8];
  const board = (y: number, fill: string) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${side * 0.088}" rx="${side * 0.01}" fill="${fill}"/><rect x="${x}" y="${y}" width="${w}" height="${side * 0.008}" rx="${side * 0.004}" fill="#f3d9b1"/>`;
  const post = (left: number) =>
    `<rect x="${left}" y="${height - side * 0.335}" width="${side * 0.07}" height="${side * 0.235}" rx="${side * 0.008}" fill="#c2925c"/><circle cx="${left + side * 0.035}" cy="${height - side * 0.275}" r="${side * 0.008}" fill="#8a6238"/><circle cx="${left + side * 0.035}" cy="${height - side * 0.165}" r="${side * 0.008}" fill="#8a6238"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${p.width}" height="${p.height}"><defs><radialGradient id="soft"><stop offset="0" stop-color="${p.deep}" stop-opacity=".5"/><stop offset="1" stop-color="${p.deep}" stop-opacity="0"/></radialGradient></defs>
    ${ellipse(cx, height - side * 0.1, side * 0.47, side * 0.045, 'fill="url(#soft)"')}
    <rect x="${x + side * 0.01}" y="${height - side * 0.31}" width="${w - side * 0.02}" height="${side * 0.2}" fill="#7a5530"/>
    ${board(height - side * 0.32, '#deb887')}${board(height - side * 0.205, '#d5aa74')}${post(x + side * 0.015)}${post(x + w - side * 0.085)}</svg>`;
}

function place(ground: Ground, width: number, height: number): Place {
  const [wall, lower, table, deep] = GROUNDS[ground];
  return {
    width,
    height,
    cx: width / 2,
    horizon: height * 0.7,
    side: Math.min(width, height),
    wall,
    lower,
    table,
    deep,
  };
}

const drawn = recent<Promise<Pixels>>(6);

/** An empty place to put things in; a copy, free to be drawn on. */
export async function emptyPlace(ground: Ground, form: Form, width: number, height: number): Promise<Pixels> {
  const made = drawn.get([ground, form, width, height].join(), async () =>
    lit(await drawing(svg(place(ground, width, height), form)), ground, form),
  );
  return copyOf(await made);
}

/** What stands before the things, if the form has such a part. */
export async function coverFront(canvas: Pixels, ground: Ground, form: Form): Promise<void> {
  if (form !== 'crate') return;
  const { width, height } = canvas;
  const make = () => drawing(crateFront(place(ground, width, height)));
  lay(canvas, await drawn.get(['front', ground, width, height].join(), make), 0, 0);
}

export function forgetGrounds(): void {
  drawn.clear();
  light.clear();
}
