import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import postcss, { type Rule } from 'postcss';
import { compile } from 'sass';
import { THEMES } from '@jishi/contract/plain/layouts';
import { runs } from '../../test/support/runs';
import { cleanText } from '../src/posters/cleanText';
import { coloursOf } from '../src/posters/colours';
import { familyOf } from '../src/posters/font';
import { wrapText } from '../src/posters/wrapText';
import { words } from './support/posters';

/** Han is as wide as high, the rest half of it. */
const measure = (text: string) => [...text].reduce((sum, one) => sum + (one >= '⺀' ? 2 : 1), 0);
const clean = (text: string) => cleanText(text, (one) => familyOf(one) !== null);
const wrap = (text: string, width: number, maxLines = 2) => wrapText(text, { width, maxLines }, measure);

test('Chinese breaks anywhere, words and numbers stay whole, and what does not fit ends with an ellipsis', () => {
  expect(wrap('柿釉手作茶壶家用', 10)).toEqual(['柿釉手作茶', '壶家用']);
  expect(wrap('柿釉手作 Pour-over 壶', 14)).toEqual(['柿釉手作', 'Pour-over 壶']);
  expect(wrap('净含量1.5L', 9)).toEqual(['净含量', '1.5L']);
  expect(wrap('柿釉手作茶壶家用泡茶壶大号', 10)).toEqual(['柿釉手作茶', '壶家用泡…']);
  expect(wrap('茶'.repeat(9), 10, 1)).toEqual(['茶茶茶茶…']);
  expect(wrap('W'.repeat(15), 10)).toEqual(['W'.repeat(10), 'WWWWW']);
  expect(wrap('手作茶壶（ 一一一', 12)).toEqual(['手作茶壶', '（ 一一一']);
  expect(wrap('手作茶壶一二 。三', 12)).toEqual(['手作茶壶一', '二 。三']);
  expect(wrap('', 10)).toEqual([]);
});

/** A word or a character with the marks that stay with it, and the decimals of a number. */
const UNBROKEN = /(?:[（【「《“] ?)*(?:[\w+\-/&'@*.,:№é]+|[^])(?: ?[\p{Po}\p{Pe}\p{Pf}])*/gu;

test('no line begins with a comma or ends with an opening bracket, and none is wider than its place', () => {
  fc.assert(
    fc.property(
      words(12),
      fc.integer({ min: 12, max: 40 }),
      fc.integer({ min: 1, max: 3 }),
      (text, width, maxLines) => {
        const cleaned = clean(text);
        const lines = wrap(cleaned, width, maxLines);
        expect(lines.length).toBeLessThanOrEqual(maxLines);
        expect(lines.filter((line) => measure(line) > width)).toEqual([]);
        const kept = lines.join('').replace(/…$/, '').replace(/ /g, '');
        expect(cleaned.replace(/ /g, '').startsWith(kept)).toBe(true);
        // where the marks around a word leave no other place the rule gives way
        if (cleaned.match(UNBROKEN)?.some((part) => measure(part) > width - measure('…'))) return;
        expect(lines.slice(1).filter((line) => /^[，。、！？：；）】」》”]/.test(line))).toEqual([]);
        expect(lines.slice(0, -1).filter((line) => /[（【「《“]$/.test(line))).toEqual([]);
      },
    ),
    runs(20_000),
  );
});

test('a forgotten last word draws its neighbours down, and phrases stay whole where they can', () => {
  expect(wrap('一二三四五六七八九十一', 20)).toEqual(['一二三四五六七', '八九十一']);
  expect(wrap('柿釉手作茶壶 180ml 家用泡茶壶', 22)).toEqual(['柿釉手作茶壶 180ml', '家用泡茶壶']);
});

test('what cannot be seen or drawn is left out, and spaces are single', () => {
  expect(clean('  柿\u202e釉\u200b \n\t　壶\0 ')).toBe('柿釉 壶');
  expect(clean('🍵好茶❤️👨‍👩‍👧\ud800\ue000𠮷')).toBe('好茶');
  expect(clean('Cafe\u0301')).toBe('Café');
  expect(clean('1️⃣号')).toBe('1号');
  expect(clean('喆堃翀镕 ①℃')).toBe('喆堃翀镕 ①℃');
  expect(clean('茶'.repeat(100_000))).toHaveLength(300);
});

test('each character that the font is said to have is drawn, as no other one is', () => {
  const drawn = (character: string) => {
    const canvas = createCanvas(40, 40);
    const ctx = canvas.getContext('2d');
    ctx.font = `500 30px ${familyOf(character)}`;
    ctx.fillText(character, 4, 30);
    return canvas.data().toString('latin1');
  };
  const blank = createCanvas(40, 40).data().toString('latin1');
  const has = Array.from({ length: 0x9fff - 0x4e00 }, (_, nth) => String.fromCodePoint(0x4e00 + nth)).filter(familyOf);
  expect(has.length).toBeGreaterThan(12_000);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...has), { minLength: 20, maxLength: 20 }), (characters) => {
      const pictures = new Set(characters.map(drawn));
      expect(pictures.size).toBe(20);
      expect(pictures.has(blank)).toBe(false);
    }),
    runs(400),
  );
  const common = readFileSync(path.resolve(__dirname, '../../src/lib/showError.ts'), 'utf8');
  expect([...common].filter((one) => /\p{Script=Han}/u.test(one) && !familyOf(one))).toEqual([]);
});

test('a poster wears the colours of the storefront by day', () => {
  const sheet = postcss.parse(compile(path.resolve(__dirname, '../../src/components/tokens.scss')).css);
  const tokensOf = (selector: string) => {
    const rule = sheet.nodes.find((node): node is Rule => node.type === 'rule' && node.selector === selector);
    const tokens: Record<string, string> = {};
    rule?.walkDecls(
      ({ prop, value }) => void (tokens[prop.replace('--c-', '')] = value.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')),
    );
    return tokens;
  };
  for (const name of THEMES) {
    const tokens = { ...tokensOf('.theme'), ...tokensOf(`.theme-${name}`) };
    expect(tokens).toMatchObject(coloursOf({ name }));
  }
  expect(coloursOf({ name: 'plum', primary: '#0055aa', price: '#111111', paper: '#eeeeee' })).toMatchObject({
    primary: '#0055aa',
    'awning-a': '#004080',
    'on-primary': '#ffffff',
    price: '#111111',
    paper: '#eeeeee',
    sunken: coloursOf({ name: 'plum' }).sunken,
  });
});
