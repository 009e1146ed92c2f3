import type { LayoutInput } from '@jishi/contract/layouts';

type Blocks = LayoutInput['blocks'];
type Block = Blocks[number];

/** What a merchant has: products with their ids, and pictures under the names that the library gives them. */
export interface Stock {
  productIds: readonly string[];
  pictureUrls: readonly string[];
}

const HEADINGS = ['今晚的摊位', '茶与器', '现烤点心', '当季鲜果', '街角花店', '老街手作', '早市菜篮', '回头客最爱'];
const ITEMS = ['春茶', '茶壶', '点心', '鲜果', '花草', '文具', '厨房', '礼盒', '新品', '会员日'];
const WORDS = ['明前龙井开仓', '霜降收柿', '中秋灯会', '年货先到先得', '一壶好水', '手冲咖啡', '竹编提篮', '桂花酒酿'];
const none = { type: 'none' } as const;

/** A home page of 40 blocks in the proportions in which merchants use the kinds; each block, word and picture its own. */
export function marketHome({ productIds, pictureUrls }: Stock): LayoutInput {
  let made = 0;
  let turn = 0;
  const next = <T>(all: readonly T[]): T => all[turn++ % all.length]!;
  const id = () => `b${(0x9e3779b97f4a * ++made).toString(16).slice(-12)}`;
  const picture = (width: number, height: number) => ({ url: next(pictureUrls), width, height, alt: next(WORDS) });
  const to = () =>
    next([
      none,
      { type: 'product', productId: next(productIds) } as const,
      { type: 'search', keyword: next(WORDS) } as const,
      { type: 'page', to: 'category' } as const,
    ]);
  const of = (count: number, make: (nth: number) => Omit<Block, 'id'>): Blocks =>
    Array.from({ length: count }, (_, nth) => ({ id: id(), ...make(nth) }) as Block);

  const blocks = [
    of(1, () => ({ kind: 'search', v: 1, props: { placeholder: '搜一搜今天的好货' } })),
    of(2, () => ({
      kind: 'banner',
      v: 2,
      props: {
        items: [1, 2, 3, 4].map(() => ({
          picture: picture(1053, 468),
          title: next(WORDS),
          subtitle: `${next(HEADINGS)}，趁早来挑`,
          action: '去逛逛',
          link: to(),
        })),
        ratio: '9:4',
        seconds: 5,
      },
      style: { spaceAbove: 12, radius: 'large' },
    })),
    of(1, () => ({
      kind: 'notice',
      v: 1,
      props: { items: WORDS.slice(0, 4).map((word) => ({ text: `${word}，今晚八点下单明早发出`, link: to() })) },
    })),
    of(1, () => ({
      kind: 'navGrid',
      v: 1,
      props: {
        source: { from: 'items', items: ITEMS.map((text) => ({ picture: picture(112, 112), text, link: to() })) },
        columns: 5,
      },
    })),
    of(1, () => ({
      kind: 'countdown',
      v: 1,
      props: { text: '离收摊还有', until: '2099-10-06T16:00:00.000Z', link: to() },
    })),
    of(8, (nth) => ({
      kind: 'heading',
      v: 1,
      props: { title: HEADINGS[nth]!, subtitle: next(WORDS), link: to() },
      style: { spaceAbove: 12, inset: 12 },
    })),
    of(10, (nth) => ({
      kind: 'products',
      v: 1,
      props: {
        ...(nth % 2 === 0 && { title: next(WORDS) }),
        source:
          nth % 5 === 4
            ? { from: 'all', sort: 'sales', limit: 20 }
            : { from: 'ids', ids: Array.from({ length: 8 }, () => next(productIds)) },
        layout: (['grid', 'scroll', 'list'] as const)[nth % 3]!,
        link: to(),
      },
      style: { background: 'surface', radius: 'medium' },
      visible: nth % 4 === 3 ? { platforms: ['h5', 'weapp'] } : undefined,
    })),
    of(5, () => ({
      kind: 'cube',
      v: 1,
      props: { preset: 'oneTwo', cells: [1, 2, 3].map(() => ({ picture: picture(340, 340), link: to() })) },
      style: { inset: 12, radius: 'medium' },
    })),
    of(2, () => ({
      kind: 'hotspot',
      v: 1,
      props: {
        picture: picture(750, 400),
        areas: [0, 0.5].map((x) => ({ x, y: 0.125, width: 0.4375, height: 0.75, label: next(WORDS), link: to() })),
      },
    })),
    of(1, () => ({
      kind: 'video',
      v: 1,
      props: { url: 'https://films.example.com/tea.mp4', poster: picture(750, 422), title: '师傅怎么炒茶' },
    })),
    of(2, (nth) => ({
      kind: 'richText',
      v: 1,
      props: {
        html: `<h3>${HEADINGS[nth]!}</h3><p>买过的街坊都说<strong>${WORDS[nth]!}</strong>好，生鲜当天做、当天发，到手不满意只管来找。</p><ul><li>价格以下单时为准</li><li>${WORDS[nth + 2]!}不支持七天无理由退货</li></ul>`,
      },
      style: { padding: 16, background: 'surface', radius: 'medium', inset: 12 },
    })),
    of(5, (nth) => ({ kind: 'spacer', v: 1, props: { height: 8 + nth * 4, line: nth % 2 ? 'dashed' : 'none' } })),
    of(1, () => ({
      kind: 'fab',
      v: 1,
      props: { items: [{ picture: picture(96, 96), text: '购物袋', link: { type: 'page', to: 'cart' } }] },
    })),
  ].flat();
  return { contract: 1, page: 'home', title: '集市', share: { title: '集市开张了，来逛逛' }, blocks };
}
