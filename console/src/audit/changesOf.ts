import { valueWord } from './valueWords';

export interface Change {
  /** `contact.phone`; empty for the whole. */
  name: string;
  /** Null: was not there, or is not any more. */
  before: string | null;
  after: string | null;
}

const LONGEST = 160;

/** What differs between the two sides of a line of the log, part by part. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }));
}

function flat(value: unknown, name = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return found;
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) flat(inner, name ? `${name}.${key}` : key, found);
    return found;
  }
  const text = Array.isArray(value) ? value.map((one) => valueWord(one, name)).join('、') : valueWord(value, name);
  return found.set(name, text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
