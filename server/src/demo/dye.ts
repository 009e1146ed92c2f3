import type { Pixels } from './canvas';

/** Lightness 0..1, and the two colour axes of OKLab, in which a shift of hue keeps the shading of a thing. */
type Lab = [light: number, a: number, b: number];

const linear = Float64Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear[red] ?? 0, linear[green] ?? 0, linear[blue] ?? 0];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const byte = (v: number) => {
  const c = v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055;
  return Math.max(0, Math.min(255, Math.round(c * 255) || 0));
};

function fromLab([light, a, b]: Lab): [number, number, number] {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const hueOf = (a: number, b: number) => Math.atan2(b, a);
const apart = (h: number, k: number) => Math.abs(Math.atan2(Math.sin(h - k), Math.cos(h - k)));
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
    const [a, b] = [as[i] ?? 0, bs[i] ?? 0];
    const chroma = Math.hypot(a, b);
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

/**
 * Gives the thing another colour (`#rrggbb`): only the parts in its main colour change, their average becomes the
 * wanted one, light and shade stay, and half of how its hue plays. A glaze changes while the brass rim of the pot does not.
 */
export function dye(pixels: Pixels, hex: string): Pixels {
  const n = parseInt(hex.slice(1), 16);
  const [wantLight, wantA, wantB] = toLab(n >> 16, (n >> 8) & 255, n & 255);
  const data = Buffer.from(pixels.data);
  const seen: number[] = [];
  for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) >= 8) seen.push(i);
  const [ls, as, bs, ws] = [0, 1, 2, 3].map(() => new Float64Array(seen.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  seen.forEach((at, i) => {
    [ls[i], as[i], bs[i]] = toLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  });
  const hue = mainHue(as, bs);
  let [sum, light, colour] = [1e-9, 0, 0];
  for (let i = 0; i < seen.length; i++) {
    const [l, a, b] = [ls[i] ?? 0, as[i] ?? 0, bs[i] ?? 0];
    const chroma = Math.hypot(a, b);
    const own = hue === null ? 1 - ramp(chroma, 0.08, 0.14) : 1 - ramp(apart(hueOf(a, b), hue), 0.75, 1.2);
    const w = hue === null ? own : own * ramp(chroma, 0.015, 0.05);
    ws[i] = w;
    sum += w;
    light += w * l;
    colour += w * chroma;
  }
  const meanLight = light / sum;
  const wantChroma = Math.hypot(wantA, wantB);
  const scale = wantChroma / Math.max(0.02, colour / sum);
  const turn = hue === null ? 0 : hueOf(wantA, wantB) - hue;
  const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)];
  for (let i = 0; i < seen.length; i++) {
    const [l, a, b, w] = [ls[i] ?? 0, as[i] ?? 0, bs[i] ?? 0, ws[i] ?? 0];
    if (w === 0) continue;
    const lit = relit(l, meanLight, wantLight);
    const room = Math.min(1, (1.2 * wantChroma) / Math.max(1e-6, scale * Math.hypot(a, b)));
    const na = hue === null ? wantA : 0.5 * (wantA + room * (a * cos - b * sin));
    const nb = hue === null ? wantB : 0.5 * (wantB + room * (a * sin + b * cos));
    data.set(fromLab([l + w * (lit - l), a + w * (na - a), b + w * (nb - b)]), seen[i] ?? 0);
  }
  return { ...pixels, data };
}
