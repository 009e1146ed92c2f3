import { z } from 'zod';
import { ProductSort } from './products';

/**
 * Layout documents: typed blocks, typed links, products by reference. The storefront imports types only.
 * A block has a kind and a major version; a client skips what it does not know.
 */
const Title = z.string().trim().min(1).max(20);

/** Width and height are asked for so that a picture never shifts the page. */
export const Picture = z.strictObject({
  url: z.string().regex(/^(https:\/\/|\/assets\/)/),
  width: z.int().min(1).max(4096),
  height: z.int().min(1).max(4096),
});

/** Only targets that exist. No raw page path anywhere. */
export const Link = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('product'), productId: z.string() }),
  z.strictObject({ type: z.literal('category'), slug: z.string().max(80) }),
  z.strictObject({ type: z.literal('search'), keyword: z.string().max(30) }),
  z.strictObject({ type: z.literal('tag'), tag: z.string().max(40) }),
  z.strictObject({ type: z.literal('page'), to: z.enum(['home', 'category', 'cart', 'me', 'orders']) }),
]);

export const ProductSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('ids'), ids: z.array(z.string()).min(1).max(50) }),
  z.strictObject({
    from: z.literal('category'),
    slug: z.string().max(80),
    sort: ProductSort.default('sales'),
    limit: z.int().min(1).max(50).default(10),
  }),
  z.strictObject({
    from: z.literal('tag'),
    tag: z.string().max(40),
    limit: z.int().min(1).max(50).default(10),
  }),
  z.strictObject({
    from: z.literal('all'),
    sort: ProductSort.default('default'),
    limit: z.int().min(1).max(50).default(20),
  }),
]);

const kinds = {
  search: z.strictObject({ placeholder: z.string().max(20).default('搜一搜今天的好货') }),
  banner: z.strictObject({
    items: z
      .array(
        z.strictObject({
          picture: Picture,
          title: z.string().max(12).default(''),
          subtitle: z.string().max(20).default(''),
          action: z.string().max(6).default(''),
          link: Link,
        }),
      )
      .min(1)
      .max(10),
  }),
  navGrid: z.strictObject({
    /** `categories` shows the shop's own top categories; `items` the given ones. */
    source: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('categories'), limit: z.int().min(3).max(10).default(10) }),
      z.strictObject({
        from: z.literal('items'),
        items: z
          .array(z.strictObject({ picture: Picture, text: z.string().min(1).max(6), link: Link }))
          .min(1)
          .max(10),
      }),
    ]),
  }),
  heading: z.strictObject({ title: Title, subtitle: z.string().max(20).default(''), link: Link }),
  products: z.strictObject({
    title: Title.optional(),
    subtitle: z.string().max(20).default(''),
    source: ProductSource,
    layout: z.enum(['grid', 'scroll']).default('grid'),
    link: Link,
  }),
};

export type BlockKind = keyof typeof kinds;
export const BLOCK_KINDS = Object.keys(kinds) as BlockKind[];

const blockOf = <K extends BlockKind>(kind: K) =>
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    kind: z.literal(kind),
    v: z.literal(1),
    props: kinds[kind],
  });

export const Block = z.discriminatedUnion('kind', [
  blockOf('search'),
  blockOf('banner'),
  blockOf('navGrid'),
  blockOf('heading'),
  blockOf('products'),
]);

export const LayoutDocument = z.strictObject({
  contract: z.literal(1),
  page: z.enum(['home']),
  title: Title,
  blocks: z.array(Block).min(1).max(60),
});

export type LayoutDocument = z.output<typeof LayoutDocument>;
export type AnyBlock = LayoutDocument['blocks'][number];
export type BlockOf<K extends BlockKind> = Extract<AnyBlock, { kind: K }>;
export type LinkTarget = z.output<typeof Link>;
export type ProductSource = z.output<typeof ProductSource>;
