import type { LayoutInput } from '@jishi/contract/layouts';
import type { Context } from '../context';
import { saveDraft } from '../layouts/drafts';
import { createPage } from '../layouts/pages';
import { publishLayout } from '../layouts/publish';

/** Nobody: the demo shop has no employees yet. */
const NOBODY = '0';
const SALE_DAYS = 20;
const DAY_MS = 86_400_000;

const banner = (nth: number) => ({ url: `/assets/demo/banner-${nth}.jpg`, width: 1053, height: 468 });
const icon = (slug: string) => ({ url: `/assets/demo/category-${slug}.png`, width: 112, height: 112 });
const toCategory = (slug: string) => ({ type: 'category', slug }) as const;
const nowhere = { type: 'none' } as const;

/** A released campaign page with most kinds of blocks in it. The home page is the one that ships with the storefront. */
export async function seedLayouts(ctx: Context): Promise<void> {
  const page = { slug: 'nianhuo', title: '年货节', copyOf: null };
  const pageId = await createPage(ctx, NOBODY, page);
  const until = new Date(ctx.now().getTime() + SALE_DAYS * DAY_MS).toISOString();
  const revision = await saveDraft(ctx, NOBODY, { pageId, document: newYearSale(until), revision: 1 });
  const everybody = { audience: {}, rollout: 100, priority: 0, from: null, until: null };
  const arms = [{ versionId: null, weight: 100 }];
  await publishLayout(ctx, NOBODY, pageId, { ...everybody, arms, revision, note: '示例活动页' });
}

const newYearSale = (until: string): LayoutInput => ({
  contract: 1,
  page: 'campaign',
  title: '年货节',
  share: { title: '年货节开市了，一起来办年货', picture: banner(1) },
  theme: { name: 'persimmon' },
  blocks: [
    {
      id: 'news',
      kind: 'notice',
      v: 1,
      props: {
        items: [
          { text: '年货节期间，订单 48 小时内发出', link: nowhere },
          { text: '现烤点心当天做，当天发', link: toCategory('bakery') },
        ],
      },
    },
    {
      id: 'banner',
      kind: 'banner',
      v: 2,
      props: {
        items: [
          { picture: banner(1), title: '办年货', subtitle: '一年的好味道都在这里', link: nowhere },
          {
            picture: banner(3),
            title: '送一份心意',
            subtitle: '挑好了，替你包好',
            link: { type: 'search', keyword: '礼盒' },
          },
        ],
      },
    },
    { id: 'clock', kind: 'countdown', v: 1, props: { text: '离年货节结束', until, link: nowhere } },
    {
      id: 'lanes',
      kind: 'navGrid',
      v: 1,
      props: {
        source: {
          from: 'items',
          items: [
            { picture: icon('tea'), text: '茶', link: toCategory('tea') },
            { picture: icon('fruit'), text: '鲜果', link: toCategory('fruit') },
            { picture: icon('bakery'), text: '点心', link: toCategory('bakery') },
            { picture: icon('home'), text: '花草', link: toCategory('home') },
          ],
        },
        columns: 4,
      },
    },
    { id: 'rooms', kind: 'heading', v: 1, props: { title: '逛逛街巷', subtitle: '一巷一味', link: nowhere } },
    {
      id: 'doors',
      kind: 'cube',
      v: 1,
      props: {
        preset: 'two',
        cells: [
          { picture: banner(2), link: toCategory('tea') },
          { picture: banner(3), link: toCategory('home') },
        ],
      },
      style: { inset: 12, radius: 'medium' },
    },
    {
      id: 'sweets',
      kind: 'products',
      v: 1,
      props: {
        title: '年节点心',
        subtitle: '现烤现发',
        source: { from: 'category', slug: 'bakery', sort: 'sales', limit: 10 },
        layout: 'scroll',
        link: toCategory('bakery'),
      },
    },
    {
      id: 'map',
      kind: 'hotspot',
      v: 1,
      props: {
        picture: banner(1),
        areas: [
          { x: 0, y: 0, width: 0.5, height: 1, label: '去看鲜果', link: toCategory('fruit') },
          { x: 0.5, y: 0, width: 0.5, height: 1, label: '去看全部商品', link: { type: 'page', to: 'category' } },
        ],
      },
      style: { inset: 12, radius: 'medium' },
    },
    { id: 'gap', kind: 'spacer', v: 1, props: { height: 16, line: 'dashed' } },
    {
      id: 'all',
      kind: 'products',
      v: 1,
      props: { title: '街坊都在买', source: { from: 'all', sort: 'sales', limit: 20 }, layout: 'grid', link: nowhere },
    },
    {
      id: 'rules',
      kind: 'richText',
      v: 1,
      props: {
        html: '<h3>活动说明</h3><ul><li>活动期间价格以下单时为准。</li><li>生鲜和现烤的点心不支持七天无理由退货。</li></ul>',
      },
      style: { padding: 16, background: 'surface', radius: 'medium', inset: 12 },
    },
    {
      id: 'shortcut',
      kind: 'fab',
      v: 1,
      props: { items: [{ picture: icon('bakery'), text: '购物袋', link: { type: 'page', to: 'cart' } }] },
    },
  ],
});
