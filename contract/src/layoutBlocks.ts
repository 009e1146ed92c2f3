import { z } from 'zod';
import { BlockId, BlockStyle, Fallback, Link, named, Picture, ProductSource, Visibility } from './layoutParts';
import { CUBE_CELLS, type CubePreset } from './plain/layouts';
import { SaidTime } from './schema';

const presets = Object.keys(CUBE_CELLS) as [CubePreset, ...CubePreset[]];
const short = (max: number, title: string) => z.string().trim().max(max).default('').meta(named(title));
const share = z.number().min(0).max(1);

/** `since`: the value of `LAYOUT_CONTRACT` with which each version came, from version 1 on. `max`: on one page. */
const kind = <P extends z.ZodType>(title: string, group: string, since: readonly number[], props: P, max = 20) => ({
  title,
  group,
  since,
  max,
  props,
});

/** Every kind of block: the server's check, the console's palette and form and the storefront's types come from here. */
export const LAYOUT_KINDS = {
  search: kind(
    '搜索框',
    '基础',
    [1],
    z.strictObject({ placeholder: z.string().trim().max(20).default('搜一搜今天的好货').meta(named('提示文字')) }),
    1,
  ),
  notice: kind(
    '公告',
    '基础',
    [2],
    z.strictObject({
      items: z
        .array(z.strictObject({ text: z.string().trim().min(1).max(50).meta(named('文字')), link: Link }))
        .min(1)
        .max(10)
        .meta(named('公告')),
    }),
    3,
  ),
  heading: kind(
    '标题栏',
    '基础',
    [1],
    z.strictObject({
      title: z.string().trim().min(1).max(20).meta(named('标题')),
      subtitle: short(20, '副标题'),
      link: Link,
    }),
  ),
  spacer: kind(
    '间隔',
    '基础',
    [2],
    z.strictObject({
      height: z.int().min(4).max(200).default(12).meta(named('高度（px）')),
      line: z.enum(['none', 'solid', 'dashed']).default('none').meta(named('分隔线')),
    }),
  ),
  fab: kind(
    '悬浮按钮',
    '基础',
    [2],
    z.strictObject({
      items: z
        .array(
          z.strictObject({ picture: Picture, text: z.string().trim().min(1).max(6).meta(named('文字')), link: Link }),
        )
        .min(1)
        .max(3)
        .meta(named('按钮')),
      side: z.enum(['left', 'right']).default('right').meta(named('位置')),
    }),
    1,
  ),
  banner: kind(
    '轮播图',
    '图文',
    [1, 3],
    z.strictObject({
      items: z
        .array(
          z.strictObject({
            picture: Picture,
            title: short(12, '标题'),
            subtitle: short(20, '副标题'),
            action: short(6, '按钮文字'),
            link: Link,
          }),
        )
        .min(1)
        .max(10)
        .meta(named('图片')),
      ratio: z.enum(['9:4', '2:1', '16:9', '1:1']).default('9:4').meta(named('比例')),
      seconds: z.number().min(2).max(15).default(5).meta(named('几秒换一张')),
    }),
  ),
  cube: kind(
    '图片魔方',
    '图文',
    [2],
    z
      .strictObject({
        preset: z.enum(presets).default('oneTwo').meta(named('排法')),
        cells: z
          .array(z.strictObject({ picture: Picture, link: Link }))
          .min(1)
          .max(4)
          .meta(named('图片')),
      })
      .refine(({ preset, cells }) => cells.length === CUBE_CELLS[preset], {
        error: '图片的张数和排法不符',
        path: ['cells'],
      }),
  ),
  hotspot: kind(
    '热区图',
    '图文',
    [2],
    z.strictObject({
      picture: Picture,
      /** Shares of the picture's width and height. */
      areas: z
        .array(
          z.strictObject({
            x: share,
            y: share,
            width: share.gt(0),
            height: share.gt(0),
            label: z.string().trim().min(1).max(20).meta(named('说明')),
            link: Link,
          }),
        )
        .max(20)
        .default([])
        .meta(named('热区', 'areas')),
    }),
  ),
  video: kind(
    '视频',
    '图文',
    [2],
    z.strictObject({
      url: z
        .string()
        .max(500)
        .regex(/^(https:\/\/[^\s/]|\/assets\/)\S+\.mp4$/)
        .meta(named('视频地址（mp4）', 'video')),
      poster: Picture.meta(named('封面')),
      title: short(20, '标题'),
    }),
    3,
  ),
  richText: kind(
    '富文本',
    '图文',
    [2],
    z.strictObject({ html: z.string().min(1).max(20_000).meta(named('内容', 'richText')) }),
  ),
  navGrid: kind(
    '图文导航',
    '商品与导航',
    [1],
    z.strictObject({
      /** `categories` shows the shop's own top categories; `items` the given ones. */
      source: z
        .discriminatedUnion('from', [
          z
            .strictObject({
              from: z.literal('categories'),
              limit: z.int().min(3).max(10).default(10).meta(named('个数')),
            })
            .meta(named('店铺分类')),
          z
            .strictObject({
              from: z.literal('items'),
              items: z
                .array(
                  z.strictObject({
                    picture: Picture,
                    text: z.string().trim().min(1).max(6).meta(named('文字')),
                    link: Link,
                  }),
                )
                .min(1)
                .max(20)
                .meta(named('导航')),
            })
            .meta(named('自己设置')),
        ])
        .meta(named('内容')),
      columns: z.literal([3, 4, 5]).default(5).meta(named('每行')),
    }),
  ),
  products: kind(
    '商品',
    '商品与导航',
    [1],
    z.strictObject({
      title: z.string().trim().min(1).max(20).optional().meta(named('标题')),
      subtitle: short(20, '副标题'),
      source: ProductSource,
      layout: z.enum(['grid', 'list', 'scroll']).default('grid').meta(named('排列')),
      link: Link,
    }),
  ),
  countdown: kind(
    '倒计时',
    '营销',
    [2],
    z.strictObject({
      text: z.string().trim().min(1).max(20).meta(named('文字')),
      until: SaidTime.meta(named('到什么时候', 'time')),
      link: Link,
      onEnd: z.enum(['hide', 'keep']).default('hide').meta(named('结束以后')),
    }),
    3,
  ),
  /** The shopper's own guide; whoever has none sees nothing. */
  guide: kind(
    '我的导购',
    '营销',
    [4],
    z.strictObject({ hasCall: z.boolean().default(true).meta(named('可以打电话')) }),
    1,
  ),
} as const;

export type BlockKind = keyof typeof LAYOUT_KINDS;
export const BLOCK_KINDS = Object.keys(LAYOUT_KINDS) as [BlockKind, ...BlockKind[]];

const blockOf = <K extends BlockKind>(name: K) =>
  z.strictObject({
    id: BlockId.meta(named('编号', 'hidden')),
    kind: z.literal(name),
    v: z.literal(LAYOUT_KINDS[name].since.length),
    props: LAYOUT_KINDS[name].props as (typeof LAYOUT_KINDS)[K]['props'],
    style: BlockStyle.optional(),
    visible: Visibility.optional(),
    fallback: Fallback.optional(),
    /** For the marketers; the storefront never gets it. */
    note: z.string().trim().max(60).optional().meta(named('备注（顾客看不到）')),
  });
type Shapes = { [K in BlockKind]: ReturnType<typeof blockOf<K>> };

/** The schema of each kind's blocks. */
export const BLOCK_SHAPES = Object.fromEntries(BLOCK_KINDS.map((name) => [name, blockOf(name)])) as unknown as Shapes;
export const Block = z.discriminatedUnion(
  'kind',
  BLOCK_KINDS.map((name) => BLOCK_SHAPES[name]) as unknown as [Shapes[BlockKind], ...Shapes[BlockKind][]],
);
