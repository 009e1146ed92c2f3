import { brotliDecompressSync } from 'node:zlib';

/** How the WOFF2 directory writes the tables that we read or must step over by another length. */
const CMAP = 0;
const TRANSFORMED_BY_DEFAULT = [10, 11];
const OWN_NAME = 63;
const HEADER = 48;

/**
 * The characters that a WOFF2 font has a glyph for. What its style sheet promises is more: the ranges there are of the
 * whole family, and a browser falls back to another font for what is missing.
 */
export function readCmap(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(12);
  let at = HEADER;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = font[at++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let start = 0;
  let cmap: [number, number] | null = null;
  for (let table = 0; table < tables; table++) {
    const flags = font[at++]!;
    const tag = flags & 63;
    if (tag === OWN_NAME) at += 4;
    const whole = number();
    const isTransformed = TRANSFORMED_BY_DEFAULT.includes(tag) ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const length = isTransformed ? number() : whole;
    if (tag === CMAP) cmap = [start, start + length];
    start += length;
  }
  if (!cmap) throw new Error('a font without a character map');
  return charactersOf(brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20))).subarray(...cmap));
}

function charactersOf(cmap: Buffer): Set<number> {
  const characters = new Set<number>();
  for (let table = 0; table < cmap.readUInt16BE(2); table++) {
    const from = cmap.subarray(cmap.readUInt32BE(8 + table * 8));
    const format = from.readUInt16BE(0);
    if (format === 4) addSegments(characters, from);
    if (format === 12) addGroups(characters, from);
  }
  return characters;
}

/** Format 4: the basic plane in segments, each with a shift or a list of its glyphs. */
function addSegments(characters: Set<number>, table: Buffer): void {
  const segments = table.readUInt16BE(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + segments * 2, 16 + segments * 4, 16 + segments * 6] as const;
  for (let segment = 0; segment < segments; segment++) {
    const word = (column: number) => table.readUInt16BE(column + segment * 2);
    const [end, start, delta, offset] = [word(ends), word(starts), word(deltas), word(offsets)];
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = offset ? table.readUInt16BE(offsets + segment * 2 + offset + (code - start) * 2) : code;
      if (offset && raw === 0) continue;
      if ((raw + delta) & 0xffff) characters.add(code);
    }
  }
}

/** Format 12: groups of characters with consecutive glyphs. */
function addGroups(characters: Set<number>, table: Buffer): void {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + group * 12;
    const [start, end, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
    for (let code = start; code <= end; code++) if (glyph + code - start > 0) characters.add(code);
  }
}
