import path from 'node:path';
import postcss, { type AtRule, type Root } from 'postcss';
import { compile } from 'sass';
import { contrast } from '../../scripts/screens/contrast';

type Tokens = Record<string, string>;
type Rgb = [number, number, number];

const file = path.resolve(__dirname, '../../src/components/tokens.scss');
const sheet = postcss.parse(compile(file).css);
const night = sheet.nodes.find((node): node is AtRule => node.type === 'atrule' && node.name === 'media')!;

function tokensIn(rules: Root | AtRule, selector: string): Tokens {
  const tokens: Tokens = {};
  for (const rule of rules.nodes ?? []) {
    if (rule.type === 'rule' && rule.selector === selector)
      rule.walkDecls(({ prop, value }) => void (tokens[prop] = value));
  }
  return tokens;
}

/** What a page of the theme resolves its variables to. */
const tokensOf = (theme: string, isDark: boolean): Tokens => ({
  ...tokensIn(sheet, '.theme'),
  ...tokensIn(sheet, `.theme-${theme}`),
  ...(isDark && { ...tokensIn(night, '.theme'), ...tokensIn(night, `.theme-${theme}`) }),
});

function rgb(hex: string): Rgb {
  const full = /^#...$/.test(hex) ? hex.replace(/[^#]/g, '$&$&') : hex;
  return [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16)) as Rgb;
}

/** [text, its grounds] */
const PAIRS: [string, string[]][] = [
  ['ink', ['paper', 'surface', 'sunken']],
  ['ink-2', ['paper', 'surface', 'sunken']],
  ['ink-3', ['paper', 'surface', 'sunken']],
  ['price', ['paper', 'surface']],
  ['primary-text', ['paper', 'surface', 'primary-soft']],
  ['on-primary', ['primary', 'primary-press', 'hero-1', 'hero-2']],
  ['member-text', ['surface', 'member-soft']],
  ['success', ['surface', 'success-soft']],
  ['warn', ['surface', 'warn-soft']],
  ['error', ['surface', 'error-soft']],
];

const looks = ['persimmon', 'celadon', 'plum', 'ink'].flatMap((theme) => [
  { theme, time: 'by day', isDark: false },
  { theme, time: 'by night', isDark: true },
]);

test.each(looks)('every text of $theme $time stands out from its ground', ({ theme, isDark }) => {
  const tokens = tokensOf(theme, isDark);
  const ratios = PAIRS.flatMap(([text, grounds]) =>
    grounds.map((ground) => ({
      pair: `${text} on ${ground}`,
      ratio: contrast(rgb(tokens[`--c-${text}`]!), rgb(tokens[`--c-${ground}`]!)),
    })),
  );
  expect(ratios.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
});

test.each(['celadon', 'plum', 'ink'])(
  '%s changes by night whatever it changes by day, and the ground turns dark',
  (theme) => {
    const day = Object.keys(tokensIn(sheet, `.theme-${theme}`));
    const dark = { ...tokensIn(night, '.theme'), ...tokensIn(night, `.theme-${theme}`) };
    expect(day.length).toBeGreaterThan(10);
    expect(day.filter((name) => dark[name] === undefined)).toEqual([]);
    expect(contrast(rgb(tokensOf(theme, true)['--c-paper']!), [255, 255, 255])).toBeGreaterThan(15);
  },
);
