import { z } from 'zod';
import { COLOUR_TOKENS, SPACES, THEMES } from './plain/layouts';
import { PLATFORMS } from './plain/platforms';
import { ProductSort } from './products';
import { Id, SaidTime } from './schema';

/** How the console's form draws a part, beside what its type already says. Travels as JSON Schema through `.meta()`. */
export type Widget =
  | 'picture'
  | 'pickProduct'
  | 'pickProducts'
  | 'pickCategory'
  | 'pickPage'
  | 'pickStores'
  | 'link'
  | 'colour'
  | 'richText'
  | 'areas'
  | 'time'
  | 'video'
  | 'longText'
  | 'hidden';

/** A field's Chinese name, and its widget where the type does not say it. */
export const named = (title: string, widget?: Widget) => ({ title, ...(widget && { widget }) });

export const BlockId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Width and height are asked for so that a picture never shifts the page. px. */
export const Picture = z
  .strictObject({
    url: z
      .string()
      .max(500)
      .regex(/^(https:\/\/[^\s/]|\/assets\/)\S+$/),
    width: z.int().min(1).max(8192),
    height: z.int().min(1).max(8192),
    alt: z.string().max(60).default('').meta(named('图片说明')),
  })
  .meta({ id: 'Picture', ...named('图片', 'picture') });

/** Only targets that exist. No raw page path anywhere. */
export const Link = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('none') }).meta(named('不跳转')),
    z
      .strictObject({ type: z.literal('product'), productId: Id.meta(named('商品', 'pickProduct')) })
      .meta(named('商品')),
    z
      .strictObject({
        type: z.literal('category'),
        slug: z.string().min(1).max(80).meta(named('分类', 'pickCategory')),
      })
      .meta(named('分类')),
    z
      .strictObject({ type: z.literal('search'), keyword: z.string().trim().min(1).max(30).meta(named('关键词')) })
      .meta(named('搜索结果')),
    z
      .strictObject({ type: z.literal('tag'), tag: z.string().trim().min(1).max(40).meta(named('标签')) })
      .meta(named('商品标签')),
    z
      .strictObject({
        type: z.literal('page'),
        to: z.enum(['home', 'category', 'cart', 'me', 'orders', 'favourites', 'history']).meta(named('功能页')),
      })
      .meta(named('功能页')),
    z.strictObject({ type: z.literal('campaign'), slug: Slug.meta(named('活动页', 'pickPage')) }).meta(named('活动页')),
  ])
  .meta({ id: 'Link', ...named('跳转', 'link') });

const Count = z.int().min(1).max(50).meta(named('件数'));

/** Products by rule or by name, never their prices: those are the server's at the moment they are shown. */
export const ProductSource = z
  .discriminatedUnion('from', [
    z
      .strictObject({
        from: z.literal('ids'),
        ids: z.array(Id).min(1).max(50).meta(named('商品', 'pickProducts')),
      })
      .meta(named('手动挑选')),
    z
      .strictObject({
        from: z.literal('category'),
        slug: z.string().min(1).max(80).meta(named('分类', 'pickCategory')),
        sort: ProductSort.default('sales').meta(named('排序')),
        limit: Count.default(10),
      })
      .meta(named('按分类')),
    z
      .strictObject({
        from: z.literal('tag'),
        tag: z.string().trim().min(1).max(40).meta(named('标签')),
        limit: Count.default(10),
      })
      .meta(named('按标签')),
    z
      .strictObject({
        from: z.literal('all'),
        sort: ProductSort.default('default').meta(named('排序')),
        limit: Count.default(20),
      })
      .meta(named('全部商品')),
  ])
  .meta({ id: 'ProductSource', ...named('商品来源') });

const Hex = z.string().regex(/^#[0-9a-fA-F]{6}$/);
export const Colour = z.union([z.enum(COLOUR_TOKENS), Hex]).meta(named('颜色', 'colour'));
const Space = z.literal([...SPACES]);

export const BlockStyle = z
  .strictObject({
    background: Colour.optional().meta(named('背景', 'colour')),
    spaceAbove: Space.optional().meta(named('上方留白')),
    spaceBelow: Space.optional().meta(named('下方留白')),
    /** From the page's edges. */
    inset: Space.optional().meta(named('左右留白')),
    padding: Space.optional().meta(named('内边距')),
    radius: z.enum(['none', 'small', 'medium', 'large']).optional().meta(named('圆角')),
  })
  .meta({ id: 'BlockStyle', ...named('样式') });

/**
 * To whom and when a block shows. Everything but the window is decided by the server; a window that is still to come is
 * sent along, and opens on time on the phone.
 */
export const Visibility = z
  .strictObject({
    isHidden: z.boolean().optional().meta(named('先不显示')),
    platforms: z.array(z.enum(PLATFORMS)).min(1).max(4).optional().meta(named('平台')),
    channels: z.array(z.string().trim().min(1).max(40)).min(1).max(20).optional().meta(named('渠道')),
    storeIds: z.array(Id).min(1).max(50).optional().meta(named('门店', 'pickStores')),
    login: z.enum(['any', 'in', 'out']).optional().meta(named('登录')),
    from: SaidTime.optional().meta(named('开始', 'time')),
    until: SaidTime.optional().meta(named('结束', 'time')),
  })
  .refine(({ from, until }) => !from || !until || from < until, { error: '结束要晚于开始', path: ['until'] })
  .meta({ id: 'Visibility', ...named('显示条件') });

/** What a storefront shows that is too old for the block. */
export const Fallback = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('hide') }).meta(named('不显示')),
    z.strictObject({ do: z.literal('picture'), picture: Picture, link: Link }).meta(named('显示图片')),
  ])
  .meta({ id: 'Fallback', ...named('旧版本看到的') });

/** `name` brings a whole set of colours; single ones may differ. Colours keep 4.5:1 with what stands on them. */
export const Theme = z
  .strictObject({
    name: z.enum(THEMES).default('persimmon').meta(named('主题')),
    primary: Hex.optional().meta(named('主色', 'colour')),
    price: Hex.optional().meta(named('价格色', 'colour')),
    paper: Hex.optional().meta(named('页面底色', 'colour')),
  })
  .meta({ id: 'Theme', ...named('主题') });
