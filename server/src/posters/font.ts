import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { readCmap } from './cmap';

/**
 * Noto Sans SC as its package has it: a hundred pieces, each with all weights. A piece is read and registered when its
 * first character is drawn, under a name of its own: found by name, a piece costs nothing, while the canvas would try
 * all of them for each character of a line.
 */
const PACKAGE = path.dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));

const pieces = readPieces();
const registered = new Map<string, Set<number>>();

/** The family that draws a character, or null for one that the font lacks. */
export function familyOf(character: string): string | null {
  const code = character.codePointAt(0)!;
  const piece = pieces.get(code);
  if (piece === undefined) return null;
  const has = registered.get(piece) ?? register(piece);
  return has.has(code) ? `jishi-${piece}` : null;
}

function register(piece: string): Set<number> {
  const bytes = readFileSync(path.join(PACKAGE, 'files', `noto-sans-sc-${piece}-wght-normal.woff2`));
  if (!GlobalFonts.register(bytes, `jishi-${piece}`)) throw new Error(`the font's piece ${piece} is broken`);
  const has = readCmap(bytes);
  registered.set(piece, has);
  return has;
}

/** Where each character is, by the package's own list: `{ "[4]": "U+1f1e9-1f1f5,U+f101", "latin": … }`. */
function readPieces(): Map<number, string> {
  const text = readFileSync(path.join(PACKAGE, 'unicode.json'), 'utf8');
  const pieceOf = new Map<number, string>();
  for (const [name, ranges] of Object.entries(JSON.parse(text) as Record<string, string>)) {
    const piece = name.replace(/[[\]]/g, '');
    for (const range of ranges.split(',')) {
      const [first, last = first] = range
        .replace(/^U\+/i, '')
        .split('-')
        .map((hex) => parseInt(hex, 16)) as [number, number?];
      for (let code = first; code <= last; code++) pieceOf.set(code, piece);
    }
  }
  return pieceOf;
}
