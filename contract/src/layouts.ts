import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Block, LAYOUT_KINDS } from './layoutBlocks';
import { BlockId, Colour, named, type Link, Picture, ProductSource as Source, Theme } from './layoutParts';
import { LAYOUT_PAGES, MAX_BLOCKS, MAX_PRODUCT_SETS } from './plain/layouts';
import { ProductCard } from './products';
import { Id, PlatformName, Time } from './schema';

/** A page of typed blocks. The storefront imports the types only; the server fills the defaults. */
export const LayoutDocument = z
  .strictObject({
    contract: z.literal(1),
    page: z.enum(LAYOUT_PAGES),
    title: z.string().trim().min(1).max(20).meta(named('标题')),
    share: z
      .strictObject({ title: z.string().trim().min(1).max(40).meta(named('分享标题')), picture: Picture.optional() })
      .optional()
      .meta(named('分享')),
    /** Of `home`: the shop's, on every page. Of a campaign: its own. */
    theme: Theme.optional(),
    background: Colour.optional().meta(named('页面背景', 'colour')),
    blocks: z.array(Block).max(MAX_BLOCKS),
  })
  .superRefine(({ blocks }, context) => {
    const ids = new Set<string>();
    const counts = new Map<BlockKind, number>();
    blocks.forEach(({ id, kind }, index) => {
      if (ids.has(id)) context.addIssue({ code: 'custom', message: '编号重复', path: ['blocks', index, 'id'] });
      ids.add(id);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const { title, max } = LAYOUT_KINDS[kind];
      if (count > max)
        context.addIssue({ code: 'custom', message: `「${title}」最多 ${max} 个`, path: ['blocks', index] });
    });
  });

export type LayoutDocument = z.output<typeof LayoutDocument>;
/** What an editor works on: defaults may be missing. */
export type LayoutInput = z.input<typeof LayoutDocument>;
export type AnyBlock = LayoutDocument['blocks'][number];
export type BlockKind = AnyBlock['kind'];
export type BlockOf<K extends BlockKind> = Extract<AnyBlock, { kind: K }>;
export type LinkTarget = z.output<typeof Link>;
export type ProductSource = z.output<typeof Source>;
export type LayoutPicture = z.output<typeof Picture>;

/** On the phone or in the browser, made once and kept; no account's and no super-app's number. */
const DeviceId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/**
 * A page as one client may see it: no block newer than its contract, none that is for others. `document` is null where
 * nothing has been released: the client shows the one that it was built with. It is not described further here: a
 * client guards against every shape anyhow, because the last good one on its disk may be of any age.
 */
export const LayoutAnswer = z.object({
  releaseId: Id.nullable(),
  versionId: Id.nullable(),
  /** Which of the release's versions this device was given; 0 without an experiment. */
  arm: z.int(),
  serverTime: Time,
  /** When the page may look different without anybody publishing; null: not foreseen. */
  nextChangeAt: Time.nullable(),
  document: z.record(z.string(), z.unknown()).nullable(),
});

export const layoutRoutes = defineRoutes({
  'GET /api/layouts/:slug': {
    summary: '一个页面的装修；slug 是 home、category、member 或活动页的链接名。带 If-None-Match 时没变就答 304',
    access: 'public',
    params: z.object({ slug: z.string().max(60) }),
    query: z.object({
      platform: PlatformName,
      appId: z.string().max(64).default(''),
      deviceId: DeviceId,
      /** `LAYOUT_CONTRACT` of the client. */
      contract: z.coerce.number().int().min(1).max(10_000),
      channel: z.string().max(40).optional(),
      storeId: Id.optional(),
      /** A draft instead of what is released; ends with its token. */
      preview: z.string().max(200).optional(),
    }),
    ok: LayoutAnswer,
    errors: ['not_found', 'forbidden'],
  },
  'POST /api/layout-views': {
    summary: '页面真的展示了；每台设备每天每个版本只记一次。连同画不出来的区块',
    access: 'public',
    body: z.object({
      deviceId: DeviceId,
      platform: PlatformName,
      contract: z.int().min(1).max(10_000),
      releaseId: Id,
      arm: z.int().min(0).max(20),
      /** Blocks that threw or that the client does not know. */
      failedBlockIds: z.array(BlockId).max(60).default([]),
    }),
    ok: z.object({}),
    errors: [],
  },
  'GET /api/product-sets': {
    summary: '一个页面上的几组商品，一次取齐；顺序和所求的一样，下架的不在其中',
    access: 'public',
    query: z.object({
      /** A JSON array of product sources. */
      sources: z
        .string()
        .max(8000)
        .transform((text, context) => {
          try {
            return JSON.parse(text) as unknown;
          } catch {
            context.addIssue({ code: 'custom', message: 'not JSON' });
            return z.NEVER;
          }
        })
        .pipe(z.array(Source).min(1).max(MAX_PRODUCT_SETS)),
    }),
    ok: z.object({ sets: z.array(z.object({ items: z.array(ProductCard) })) }),
    errors: [],
  },
});
