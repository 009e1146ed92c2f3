import type { CatalogueProduct } from '../products/catalogue';

/**
 * What a value of an option axis brings: yuan on top of the price; `#rrggbb`, the colour of the things marked `#`;
 * a whole scene of its own; or a picture and yuan.
 */
type Value = number | string | [picture: string, extra: number];

/** A product as it is written down in `products/`. Money in yuan here, because that is how a price tag reads. */
export interface ShelfLine {
  handle: string;
  title: string;
  subtitle: string;
  /** The second level of the category, the maker, and tags separated by spaces. */
  at: { shelf: string; by: string; tags?: string };
  /** The price tag, weight and sales; `stock` is the first combination's, the others get a share of it. */
  tag: { price: number; was?: number; stock: number; grams: number; sold: number };
  /** Axes in order. Numeric names (shoe sizes) come in rising order whatever the source says. */
  options?: Record<string, Record<string, Value>>;
  /** Combinations that do not exist, and those that are sold out: their values, separated by spaces. */
  never?: string[];
  soldOut?: string[];
  offShelf?: boolean;
  /** Scenes as `readScene` understands them, the cover first. */
  shots: string[];
  /** Lines of the table of facts, besides the weight: `材质：高岭土`. */
  facts?: string[];
  /** Paragraphs; neighbouring lines that begin with `· ` become a list. */
  about: string[];
}

export interface Picture {
  scene: string;
  colour: string | null;
}

/** A product whose pictures are still scenes. */
export interface DemoProduct extends Omit<CatalogueProduct, 'images' | 'skus'> {
  pictures: Picture[];
  skus: (Omit<CatalogueProduct['skus'][number], 'imageUrl'> & { picture: Picture | null })[];
}

const weightOf = (grams: number) => (grams < 1000 ? `${grams} 克` : `${Number((grams / 1000).toFixed(2))} 千克`);
const SHARES = [1, 0.6, 0.8, 0.35, 0.7, 0.5];
const fen = (yuan: number) => Math.round(yuan * 100);

function html(lines: string[]): string {
  const parts: string[] = [];
  let list: string[] = [];
  const close = () => {
    if (list.length) parts.push(`<ul>${list.map((item) => `<li>${item}</li>`).join('')}</ul>`);
    list = [];
  };
  for (const line of lines) {
    if (line.startsWith('· ')) list.push(line.slice(2));
    else {
      close();
      parts.push(`<p>${line}</p>`);
    }
  }
  close();
  return parts.join('');
}

interface Choice {
  name: string;
  extra: number;
  picture: string | null;
}

function choicesOf(values: Record<string, Value>): Choice[] {
  return Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return { name, extra: value, picture: null };
    const [picture, extra] = typeof value === 'string' ? [value, 0] : value;
    return { name, extra, picture };
  });
}

function combinations(axes: Choice[][]): Choice[][] {
  return axes.reduce<Choice[][]>((rows, axis) => rows.flatMap((row) => axis.map((choice) => [...row, choice])), [[]]);
}

function pictureOf(choices: Choice[], cover: string): Picture | null {
  const shown = choices.find((choice) => choice.picture)?.picture;
  if (!shown) return null;
  return shown.startsWith('#') ? { scene: cover, colour: shown } : { scene: shown, colour: null };
}

function stocked(parent: string, line: ShelfLine): DemoProduct {
  const axes = Object.entries(line.options ?? {}).map(([name, values]) => ({ name, choices: choicesOf(values) }));
  const [cover = ''] = line.shots;
  const firstColour =
    axes.flatMap((axis) => axis.choices).find((choice) => choice.picture?.startsWith('#'))?.picture ?? null;
  const rows = combinations(axes.map((axis) => axis.choices)).filter(
    (row) => !line.never?.includes(row.map((choice) => choice.name).join(' ')),
  );
  return {
    handle: line.handle,
    title: line.title,
    subtitle: line.subtitle,
    descriptionHtml: html(line.about),
    vendor: line.at.by,
    categories: [[parent, line.at.shelf]],
    tags: line.at.tags?.split(' ') ?? [],
    state: line.offShelf ? 'off_shelf' : 'on_shelf',
    options: axes.map(({ name, choices }) => ({ name, values: choices.map((choice) => choice.name) })),
    salesCount: line.tag.sold,
    facts: [
      ...(line.facts ?? []).map((fact) => {
        const [name = '', value = ''] = fact.split('：');
        return { name, value };
      }),
      { name: '毛重', value: weightOf(line.tag.grams) },
    ],
    pictures: line.shots.map((scene) => ({ scene, colour: firstColour })),
    skus: rows.map((row, i) => {
      const names = row.map((choice) => choice.name);
      const extra = row.reduce((sum, choice) => sum + choice.extra, 0);
      const out = line.soldOut?.includes(names.join(' '));
      return {
        code: [line.handle.toUpperCase(), ...(row.length ? [String(i + 1).padStart(2, '0')] : [])].join('-'),
        optionValues: names,
        priceFen: fen(line.tag.price + extra),
        compareAtFen: line.tag.was ? fen(line.tag.was + extra) : null,
        stock: out ? 0 : Math.ceil(line.tag.stock * (SHARES[i % SHARES.length] ?? 1)),
        picture: pictureOf(row, cover),
        weightGrams: line.tag.grams,
        barcode: null,
      };
    }),
  };
}

/** The products of one top-level category, ready to be saved once their scenes are composed. */
export const shelf = (parent: string, lines: ShelfLine[]): DemoProduct[] => lines.map((line) => stocked(parent, line));
