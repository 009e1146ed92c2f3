import { type Pixels, rgb } from './canvas';

const linear = Float64Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

/** The way back, in 4096 steps: a table, because every pixel of every dyed thing takes it three times. */
const bytes = Uint8Array.from({ length: 4097 }, (_, i) => {
  const v = i / 4096;
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
});
const byte = (v: number) => bytes[Math.max(0, Math.min(4096, Math.round(v * 4096)))] ?? 0;

/**
 * Many colours in OKLab: lightness 0..1 and two axes of colour, in which a shift of hue keeps the shading of a thing.
 * Columns instead of objects, since there are fifty thousand of them in a thing.
 */
interface Lab {
  light: Float64Array;
  a: Float64Array;
  b: Float64Array;
}

const room = (count: number): Lab => ({
  light: new Float64Array(count),
  a: new Float64Array(count),
  b: new Float64Array(count),
});

function toLab(lab: Lab, i: number, red: number, green: number, blue: number): void {
  const r = linear[red] ?? 0;
  const g = linear[green] ?? 0;
  const b = linear[blue] ?? 0;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  lab.light[i] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  lab.a[i] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  lab.b[i] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}

function putRgb(data: Buffer, at: number, light: number, a: number, b: number): void {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  data[at] = byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  data[at + 1] = byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  data[at + 2] = byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
}

/** `Math.hypot` is many times slower. */
const length = (a: number, b: number) => Math.sqrt(a * a + b * b);
const hueOf = (a: number, b: number) => Math.atan2(b, a);
const apart = (h: number, k: number) => Math.PI - Math.abs(Math.PI - (Math.abs(h - k) % (2 * Math.PI)));
const ramp = (v: number, from: number, to: number) => Math.max(0, Math.min(1, (v - from) / (to - from)));

/** A lightness in its new surroundings: squeezed into what room is left, yet with enough of its own light and shade. */
function relit(light: number, mean: number, wanted: number): number {
  const squeezed = wanted > mean ? 1 - ((1 - light) * (1 - wanted)) / (1 - mean) : (light * wanted) / mean;
  return Math.max(0, Math.min(0.99, 0.45 * squeezed + 0.55 * (wanted + light - mean)));
}

/** The hue most of the thing has, weighted by how colourful it is there; null for a grey thing. */
function mainHue(as: Float64Array, bs: Float64Array): number | null {
  const bins = new Float64Array(36);
  let total = 0;
  for (let i = 0; i < as.length; i++) {
    const a = as[i] ?? 0;
    const b = bs[i] ?? 0;
    const chroma = length(a, b);
    const bin = Math.floor(((hueOf(a, b) + Math.PI) / (2 * Math.PI)) * 36) % 36;
    bins[bin] = (bins[bin] ?? 0) + chroma;
    total += chroma;
  }
  if (total / Math.max(1, as.length) < 0.035) return null;
  const around = (i: number) => (bins[(i + 35) % 36] ?? 0) + (bins[i] ?? 0) + (bins[(i + 1) % 36] ?? 0);
  let best = 0;
  for (let i = 1; i < 36; i++) if (around(i) > around(best)) best = i;
  return ((best + 0.5) / 36) * 2 * Math.PI - Math.PI;
}

/** How much of a pixel belongs to the main colour, 0..1. On a grey thing that is what has little colour. */
function share(chroma: number, a: number, b: number, hue: number | null): number {
  if (hue === null) return 1 - ramp(chroma, 0.08, 0.14);
  return (1 - ramp(apart(hueOf(a, b), hue), 0.75, 1.2)) * ramp(chroma, 0.015, 0.05);
}

/**
 * Gives the thing another colour (`#rrggbb`): only the parts in its main colour change, their average becomes the
 * wanted one, light and shade stay, and half of how its hue plays. A glaze changes while the brass rim does not.
 */
export function dye(pixels: Pixels, hex: string): Pixels {
  const wanted = room(1);
  toLab(wanted, 0, ...rgb(hex));
  const [wantLight, wantA, wantB] = [wanted.light[0] ?? 0, wanted.a[0] ?? 0, wanted.b[0] ?? 0];
  const data = Buffer.from(pixels.data);
  const seen: number[] = [];
  for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) >= 8) seen.push(i);
  const lab = room(seen.length);
  seen.forEach((at, i) => toLab(lab, i, data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
  const hue = mainHue(lab.a, lab.b);
  const shares = new Float64Array(seen.length);
  let [sum, light, colour] = [1e-9, 0, 0];
  for (let i = 0; i < seen.length; i++) {
    const a = lab.a[i] ?? 0;
    const b = lab.b[i] ?? 0;
    const chroma = length(a, b);
    const w = share(chroma, a, b, hue);
    shares[i] = w;
    sum += w;
    light += w * (lab.light[i] ?? 0);
    colour += w * chroma;
  }
  const wantChroma = length(wantA, wantB);
  const scale = wantChroma / Math.max(0.02, colour / sum);
  const turn = hue === null ? 0 : hueOf(wantA, wantB) - hue;
  const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)];
  for (let i = 0; i < seen.length; i++) {
    const w = shares[i] ?? 0;
    if (w === 0) continue;
    const l = lab.light[i] ?? 0;
    const a = lab.a[i] ?? 0;
    const b = lab.b[i] ?? 0;
    const tame = Math.min(1, (1.2 * wantChroma) / Math.max(1e-6, scale * length(a, b)));
    const na = hue === null ? wantA : 0.5 * (wantA + tame * (a * cos - b * sin));
    const nb = hue === null ? wantB : 0.5 * (wantB + tame * (a * sin + b * cos));
    const lit = relit(l, light / sum, wantLight);
    putRgb(data, seen[i] ?? 0, l + w * (lit - l), a + w * (na - a), b + w * (nb - b));
  }
  return { ...pixels, data };
}
