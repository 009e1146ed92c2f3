/** Longer texts are cut before anything is reckoned. */
const MAX_CHARACTERS = 300;

/** Controls, directions, joiners, halves of pairs; and marks that belong over a letter which is composed already. */
const UNSEEN = /[\p{C}\p{M}]/u;

/**
 * A text as it can be drawn in one direction on lines of ours: spaces are single, what cannot be seen or has no glyph
 * is gone, so that no box stands for it.
 */
export function cleanText(text: string, hasGlyph: (character: string) => boolean): string {
  const characters = [...text.slice(0, MAX_CHARACTERS * 2).normalize('NFC')].slice(0, MAX_CHARACTERS);
  return characters
    .map((character) => (/\s/u.test(character) ? ' ' : character))
    .filter((character) => character === ' ' || (!UNSEEN.test(character) && hasGlyph(character)))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}
