import type { LayoutInput } from '@jishi/contract/layouts';

const picture = (url: string, width: number, height: number, alt = '') => ({ url, width, height, alt });
const banner = (number: number, alt = '') => picture(`/assets/demo/banner-${number}.jpg`, 1053, 468, alt);
const none = { type: 'none' } as const;
const tea = { type: 'search', keyword: '茶' } as const;
const icon = (number: number) => banner(number);

type Blocks = LayoutInput['blocks'];

/** Every kind of block once or more, as a merchant might use it: for tests that walk the kinds, and for pictures. */
export const demoBlocks: Blocks = [
  { id: 'search', kind: 'search', v: 1, props: { placeholder: '搜一搜今天的好货' } },
  {
    id: 'banner',
    kind: 'banner',
    v: 2,
    props: {
      items: [
        { picture: banner(1), title: '中秋夜市', subtitle: '月饼和灯笼都备好了', action: '去逛逛', link: tea },
        { picture: banner(2), title: '一杯好茶', link: none },
      ],
      ratio: '2:1',
      seconds: 6,
    },
    style: { spaceAbove: 12, radius: 'large' },
  },
  {
    id: 'notice',
    kind: 'notice',
    v: 1,
    props: {
      items: [
        { text: '今晚八点下单的，明早一起发出，台风天的包裹会晚一到两天，请多担待', link: none },
        { text: '满九十九包邮', link: { type: 'page', to: 'orders' } },
      ],
    },
  },
  {
    id: 'countdown',
    kind: 'countdown',
    v: 1,
    props: { text: '离收摊还有', until: '2099-10-06T16:00:00.000Z', link: tea, onEnd: 'keep' },
  },
  {
    id: 'navGrid',
    kind: 'navGrid',
    v: 1,
    props: {
      source: {
        from: 'items',
        items: ['茶', '器', '点心', '香'].map((text, index) => ({ picture: icon((index % 3) + 1), text, link: tea })),
      },
      columns: 4,
    },
  },
  {
    id: 'heading',
    kind: 'heading',
    v: 1,
    props: { title: '今晚的摊位', subtitle: '越晚越热闹', link: { type: 'campaign', slug: 'tea-fair' } },
    style: { background: 'ink', inset: 12, radius: 'medium', padding: 8, spaceAbove: 12 },
  },
  {
    id: 'cube',
    kind: 'cube',
    v: 1,
    props: {
      preset: 'oneTwo',
      cells: [
        { picture: picture('/assets/demo/banner-1.jpg', 340, 340, '好茶'), link: tea },
        { picture: banner(2, '茶器'), link: tea },
        { picture: banner(3, '礼盒'), link: none },
      ],
    },
  },
  {
    id: 'hotspot',
    kind: 'hotspot',
    v: 1,
    props: {
      picture: banner(3, '三样好礼'),
      areas: [
        { x: 0, y: 0, width: 0.5, height: 1, label: '看礼盒', link: tea },
        { x: 0.5, y: 0, width: 0.5, height: 1, label: '看茶器', link: { type: 'tag', tag: '新品' } },
      ],
    },
  },
  {
    id: 'video',
    kind: 'video',
    v: 1,
    props: { url: '/assets/demo/film.mp4', poster: picture('/assets/demo/banner-2.jpg', 16, 9), title: '师傅怎么炒茶' },
  },
  {
    id: 'richText',
    kind: 'richText',
    v: 1,
    props: { html: '<h3>说明</h3><p>买过的街坊都说<strong>香</strong>。</p><ul><li>一壶两杯</li></ul>' },
  },
  { id: 'spacer', kind: 'spacer', v: 1, props: { height: 24, line: 'dashed' } },
  {
    id: 'rows',
    kind: 'products',
    v: 1,
    props: {
      title: '一排一排看',
      source: { from: 'all', sort: 'sales', limit: 3 },
      layout: 'list',
      link: none,
    },
  },
  {
    id: 'strip',
    kind: 'products',
    v: 1,
    props: { title: '推着看', source: { from: 'all', limit: 6 }, layout: 'scroll', link: tea },
  },
  {
    id: 'grid',
    kind: 'products',
    v: 1,
    props: { title: '两列看', source: { from: 'all', sort: 'new', limit: 4 }, layout: 'grid', link: none },
    style: { background: 'primarySoft' },
  },
  { id: 'guide', kind: 'guide', v: 1, props: { hasCall: true } },
  {
    id: 'fab',
    kind: 'fab',
    v: 1,
    props: { items: [{ picture: icon(1), text: '客服', link: { type: 'page', to: 'me' } }], side: 'right' },
  },
];

/** A campaign page of all of them. */
export const demoCampaign: LayoutInput = {
  contract: 1,
  page: 'campaign',
  title: '中秋夜市',
  share: { title: '中秋夜市开张了，来逛逛' },
  blocks: demoBlocks,
};
