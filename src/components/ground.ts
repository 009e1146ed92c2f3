import { isDark } from '@jishi/contract/plain/colours';

/** Tokens of tokens.scss that a merchant may choose as a ground, and what is written on them where it is not ink. */
const TOKENS: Readonly<Record<string, readonly [ground: string, words?: string]>> = {
  primary: ['--c-primary', 'var(--c-on-primary)'],
  primarySoft: ['--c-primary-soft'],
  surface: ['--c-surface'],
  paper: ['--c-paper'],
  sunken: ['--c-sunken'],
  ink: ['--c-ink', 'var(--c-paper)'],
};

/** A ground for a style, with the colour of the words that stand on it directly; undefined for what is no colour. */
export function groundOf(colour: unknown): Record<string, string> | undefined {
  if (typeof colour !== 'string') return undefined;
  if (/^#[0-9a-f]{6}$/i.test(colour)) return { background: colour, '--on-ground': isDark(colour) ? '#fff' : '#261e18' };
  if (!Object.prototype.hasOwnProperty.call(TOKENS, colour)) return undefined;
  const [ground, words] = TOKENS[colour]!;
  return { background: `var(${ground})`, ...(words && { '--on-ground': words }) };
}
