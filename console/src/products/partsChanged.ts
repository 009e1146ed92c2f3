import { yuanOf } from '../components/yuan';
import type { Draft } from './draft';

/** A part of the form in words, or in pictures. */
export interface Part {
  words: string;
  pictures: readonly string[];
}

/** A part that the other one changed. `mine` is null where I left it as it was. */
export interface PartChange {
  name: string;
  before: Part | undefined;
  theirs: Part;
  mine: Part | null;
}

/** What another one saved since `base`, part by part, beside what I did to the same parts. */
export function partsChanged(
  base: Draft,
  mine: Draft,
  theirs: Draft,
  nameOfCategory: (id: string) => string,
): PartChange[] {
  const [before, own, saved] = [base, mine, theirs].map((draft) => partsOf(draft, nameOfCategory));
  return [...saved!.keys()]
    .filter((name) => !isSame(before!.get(name), saved!.get(name)))
    .map((name) => {
      const part = own!.get(name) ?? NOTHING;
      const isMine = !isSame(before!.get(name), part) && !isSame(saved!.get(name), part);
      return { name, before: before!.get(name), theirs: saved!.get(name)!, mine: isMine ? part : null };
    });
}

const NOTHING: Part = { words: '', pictures: [] };

const isSame = (a: Part = NOTHING, b: Part = NOTHING) =>
  a.words === b.words && a.pictures.join(' ') === b.pictures.join(' ');

/** Every part that two people could change, by its name in the form. */
function partsOf(draft: Draft, nameOfCategory: (id: string) => string): Map<string, Part> {
  const { images, facts, options, rows } = draft;
  const words: [string, string][] = [
    ['名称', draft.title],
    ['一句话介绍', draft.subtitle],
    ['分类', draft.categoryIds.map(nameOfCategory).join('、')],
    ['标签', draft.tags.join('、')],
    ['品牌', draft.vendor],
    ['视频', draft.videoUrl],
    [
      '图片的说明',
      images
        .map(({ alt }) => alt)
        .join('；')
        .replace(/^；+$/, ''),
    ],
    ['规格', options.map(({ name, values }) => `${name}：${values.join('、')}`).join('；')],
    ['参数', facts.map(({ name, value }) => `${name} ${value}`).join('；')],
    ['图文详情', draft.descriptionHtml],
    ...rows.flatMap(({ values, priceFen, compareAtFen, code, isOn }): [string, string][] => {
      const name = values.length > 0 ? `${values.join(' / ')} ` : '';
      return [
        [`${name}售卖`, isOn ? '卖' : '不卖'],
        [`${name}售价`, moneyOf(priceFen)],
        [`${name}划线价`, moneyOf(compareAtFen)],
        [`${name}编码`, code],
      ];
    }),
  ];
  const parts = new Map(words.map(([name, text]): [string, Part] => [name, { words: text, pictures: [] }]));
  return parts.set('图片', { words: '', pictures: images.map(({ url }) => url) });
}

const moneyOf = (fen: number | null) => (fen === null ? '' : `¥${yuanOf(fen)}`);
