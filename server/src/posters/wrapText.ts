/** Width of a text in the units of the lines. */
export type Measure = (text: string) => number;

/** No line begins with these, none ends with those. */
const CLOSING = '、，。．,.：:；;！!？?）)」』】〕］]》〉｝}”’…～~·—％%℃°';
const OPENING = '（(「『【〔［[《〈｛{“‘¥￥$#＃';
const ELLIPSIS = '…';
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}+\-/&'_@*]/u;

/**
 * A clean text on at most `maxLines` lines, none wider than `width`. Words stay whole and punctuation keeps its
 * neighbour unless one alone is wider than a line; what does not fit ends with an ellipsis.
 */
export function wrapText(text: string, { width, maxLines }: { width: number; maxLines: number }, measure: Measure) {
  const lines = fill(text, width, maxLines, measure);
  if (lines.length < 2 || lines.at(-1)!.endsWith(ELLIPSIS)) return lines;
  // narrower lines may read better: none forgotten at the end, and phrases whole
  const others = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]
    .map((share) => fill(text, width * share, maxLines + 1, measure))
    .filter((other) => other.length === lines.length && other.every((line, nth) => endsWell(line, other[nth + 1])));
  const even = [lines, ...others].filter((other) => measure(other.at(-1)!) > width * LONELY);
  return even.find((other) => breaksAtGaps(text, other)) ?? even[0] ?? lines;
}

/** Of a line's width: a shorter last line looks forgotten. */
const LONELY = 0.34;

const breaksAtGaps = (text: string, lines: readonly string[]) =>
  lines.every((line, nth) => {
    const next = lines[nth + 1];
    return next === undefined || CLOSING.includes(line.at(-1)!) || text.includes(`${line} ${next}`);
  });

/** Narrower lines may have had no good place to break. */
function endsWell(line: string, next: string | undefined): boolean {
  const characters = [...line];
  return next === undefined || mayBreak([...characters, ...next], characters.length);
}

function fill(text: string, width: number, maxLines: number, measure: Measure): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest && lines.length < maxLines - 1) {
    const end = breakAt(rest, width, measure);
    lines.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest) lines.push(shorten(rest, width, measure));
  return lines.filter(Boolean);
}

/** The text, or as much of it as leaves room for an ellipsis. */
export function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const characters = [...text];
  let kept = '';
  for (let count = longest(characters, width - measure(ELLIPSIS), measure); count > 0; count--) {
    kept = characters.slice(0, count).join('');
    // an opening bracket or a comma before the ellipsis says nothing
    if (![...OPENING, ...CLOSING, ' '].includes(characters[count - 1]!) && measure(kept + ELLIPSIS) <= width) break;
    kept = '';
  }
  return measure(kept + ELLIPSIS) <= width ? kept + ELLIPSIS : '';
}

/** How many of the characters fit; at least none. */
function longest(characters: readonly string[], width: number, measure: Measure): number {
  let [fits, tooMany] = [0, characters.length + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (measure(characters.slice(0, middle).join('')) <= width) fits = middle;
    else tooMany = middle;
  }
  return fits;
}

/** Where the first line ends, in UTF-16 units. */
function breakAt(text: string, width: number, measure: Measure): number {
  const characters = [...text];
  const fits = Math.max(1, longest(characters, width, measure));
  let count = fits;
  while (count > 0 && count < characters.length && !mayBreak(characters, count)) count--;
  return characters.slice(0, count || fits).join('').length;
}

function mayBreak(characters: readonly string[], at: number): boolean {
  const [before, after] = [characters[at - 1]!, characters[at]!];
  // spaces at a break are not drawn: the mark behind one ends or begins the line
  const [last, first] = [before === ' ' ? characters[at - 2] : before, after === ' ' ? characters[at + 1] : after];
  if ((last && OPENING.includes(last)) || (first && CLOSING.includes(first))) return false;
  // a number keeps its decimals
  if ('.,:'.includes(before) && /\p{Nd}/u.test(after)) return false;
  return !(WORD.test(before) && WORD.test(after));
}
