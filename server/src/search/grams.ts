/** Raised whenever `readSigns` or the lexemes change, so that a start makes every product's lexemes anew. */
export const GRAMS_VERSION = 1;

/**
 * One thing that can be looked for: a Chinese character, a word of letters, or a number. `pair` joins a character
 * with the one before it.
 */
export interface Sign {
  text: string;
  pair: string | null;
  /** Letters: what has been typed of a word finds the whole. */
  isWord: boolean;
}

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const RUNS = new RegExp(String.raw`(?<cjk>[${CJK}]+)|(?<digits>\p{Nd}+)|(?<word>(?:(?![${CJK}])[\p{L}\p{M}])+)`, 'gu');
const MAX_LENGTH = 40;

/** Lower case, full-width forms as plain ones. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A text's signs in order: letters and digits in words, Chinese one by one. Everything else only separates. */
export function readSigns(text: string): Sign[] {
  return [...fold(text).matchAll(RUNS)].flatMap(({ groups, 0: run }): Sign[] => {
    if (!groups?.cjk) return [{ text: run.slice(0, MAX_LENGTH), pair: null, isWord: Boolean(groups?.word) }];
    const signs = [...run];
    return signs.map((sign, index) => ({
      text: sign,
      pair: index > 0 ? `${signs[index - 1]}${sign}` : null,
      isWord: false,
    }));
  });
}

/** The different single and paired signs of some texts. */
export function gramsOf(texts: readonly string[]): string[] {
  const grams = texts.flatMap((text) => readSigns(text).flatMap(({ text: one, pair }) => (pair ? [one, pair] : [one])));
  return [...new Set(grams)];
}
