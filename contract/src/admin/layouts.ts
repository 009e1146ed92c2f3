import { z } from 'zod';
import { Slug } from '../layoutParts';
import { LAYOUT_PAGES } from '../plain/layouts';
import { PLATFORMS } from '../plain/platforms';
import { Id, SaidTime, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

/** Kept as it was sent, so that nothing is lost that this server does not know; `problems` says what is wrong with it. */
const AnyDocument = z.record(z.string(), z.unknown());

/** `error` keeps a page from being published, `warning` does not. Words for a marketer. */
export const LayoutProblem = z.object({
  level: z.enum(['error', 'warning']),
  /** Null: the page itself. */
  blockId: z.string().nullable(),
  /** Where in the document: `blocks.2.props.items.0.link`. */
  path: z.string(),
  text: z.string(),
});

export const LayoutArm = z.object({
  versionId: Id,
  versionNumber: z.int(),
  /** Shares of 100 between the arms of one release. */
  weight: z.int().min(1).max(100),
});

/** Who gets a release; what is absent asks nothing. */
export const Audience = z.strictObject({
  platforms: z.array(z.enum(PLATFORMS)).min(1).max(4).optional(),
  appIds: z.array(z.string().min(1).max(64)).min(1).max(20).optional(),
  channels: z.array(z.string().trim().min(1).max(40)).min(1).max(20).optional(),
  storeIds: z.array(Id).min(1).max(50).optional(),
  login: z.enum(['in', 'out']).optional(),
});

export const LayoutRelease = z.object({
  id: Id,
  pageId: Id,
  /** `waiting` for its time, `live`, `over` or `withdrawn`. */
  state: z.enum(['waiting', 'live', 'over', 'withdrawn']),
  /** The higher one is looked at first; among equals the newer one. */
  priority: z.int(),
  from: Time.nullable(),
  until: Time.nullable(),
  audience: Audience,
  /** Percent of the devices, always the same ones, more of them as it grows. */
  rollout: z.number().min(0).max(100),
  arms: z.array(LayoutArm),
  note: z.string(),
  createdBy: z.string(),
  createdAt: Time,
  /** The release that this one undid. */
  undoes: Id.nullable(),
});

export const LayoutPageRow = z.object({
  id: Id,
  page: z.enum(LAYOUT_PAGES),
  slug: z.string(),
  title: z.string(),
  /** Of the draft: grows with every save. 0: never edited. */
  revision: z.int(),
  editedBy: z.string().nullable(),
  editedAt: Time.nullable(),
  /** The draft is not what the newest version holds. */
  hasChanges: z.boolean(),
  /** Live or waiting, in the order in which they are looked at. */
  releases: z.array(LayoutRelease),
  /** Devices that saw it in the last seven days. */
  weekDevices: z.int(),
});

export const LayoutDraft = z.object({
  page: LayoutPageRow,
  document: AnyDocument,
  revision: z.int(),
  problems: z.array(LayoutProblem),
});

export const LayoutVersion = z.object({
  id: Id,
  number: z.int(),
  note: z.string(),
  createdBy: z.string(),
  createdAt: Time,
});

/** One arm of a release: what happened on the devices that saw it. */
export const ArmResult = z.object({
  arm: z.int(),
  versionNumber: z.int(),
  weight: z.int(),
  /** Devices that the page was shown on. */
  devices: z.int(),
  /** Of these, the ones that paid for an order afterwards, within the release's time. */
  buyers: z.int(),
  orders: z.int(),
  amountFen: z.int(),
  /** Devices on which some block could not be drawn. */
  failedDevices: z.int(),
});

const pageParams = z.object({ pageId: Id });
const roles = ['owner', 'marketer'] as const;
const Note = z.string().trim().max(100).default('');

export const adminLayoutRoutes = defineAdminRoutes({
  'GET /admin/layouts': {
    summary: '全部页面：首页、分类页、会员页在前，活动页新的在前',
    roles,
    ok: z.object({ items: z.array(LayoutPageRow) }),
    errors: [],
  },
  'POST /admin/layouts': {
    summary: '新建活动页；可以从别的页面复制',
    roles,
    body: z.object({ slug: Slug, title: z.string().trim().min(1).max(20), copyOf: Id.nullable().default(null) }),
    ok: LayoutDraft,
    status: 201,
    errors: ['conflict', 'not_found'],
  },
  'DELETE /admin/layouts/:pageId': {
    summary: '删除活动页；还在线上或已排期的不能删',
    roles,
    params: pageParams,
    ok: z.object({}),
    errors: ['not_found', 'conflict'],
  },
  'GET /admin/layouts/:pageId/draft': {
    summary: '草稿，连同发布检查的结果；没有草稿时是线上的版本或店铺自带的样子',
    roles,
    params: pageParams,
    ok: LayoutDraft,
    errors: ['not_found'],
  },
  'PUT /admin/layouts/:pageId/draft': {
    summary: '保存草稿；别人先存过时不覆盖，告诉是谁、什么时候（draft_changed 的 details）',
    roles,
    params: pageParams,
    body: z.object({
      document: AnyDocument,
      /** The revision that was edited. */
      revision: z.int().min(0),
    }),
    ok: LayoutDraft.omit({ document: true }),
    errors: ['not_found', 'draft_changed', 'too_large'],
  },
  'GET /admin/layouts/:pageId/versions': {
    summary: '发布过的版本，新的在前',
    roles,
    params: pageParams,
    query: AdminPageQuery,
    ok: pageOf(LayoutVersion),
    errors: ['not_found'],
  },
  'GET /admin/layout-versions/:versionId': {
    summary: '一个版本的全文',
    roles,
    params: z.object({ versionId: Id }),
    ok: LayoutVersion.extend({ pageId: Id, document: AnyDocument }),
    errors: ['not_found'],
  },
  'GET /admin/layouts/:pageId/releases': {
    summary: '发布记录，新的在前，含已结束和撤下的',
    roles,
    params: pageParams,
    query: AdminPageQuery,
    ok: pageOf(LayoutRelease),
    errors: ['not_found'],
  },
  'POST /admin/layouts/:pageId/releases': {
    summary: '发布：立即或定时，全部或一部分人，一个版本或几个版本对比；草稿要先通过检查',
    roles,
    params: pageParams,
    body: z.object({
      /** `versionId` null: the draft, of which a version is made. */
      arms: z
        .array(z.object({ versionId: Id.nullable(), weight: z.int().min(1).max(100) }))
        .min(1)
        .max(4)
        .refine((arms) => arms.reduce((sum, { weight }) => sum + weight, 0) === 100, { error: '各组的份额要凑成 100' })
        .refine((arms) => new Set(arms.map(({ versionId }) => versionId)).size === arms.length, { error: '版本重复' }),
      /** Of the draft, when it is among them: another one is refused. */
      revision: z.int().min(0).nullable().default(null),
      /** Null: at once. */
      from: SaidTime.nullable().default(null),
      /** Null: until another one takes its place. */
      until: SaidTime.nullable().default(null),
      audience: Audience.default({}),
      rollout: z.number().min(0.01).max(100).default(100),
      priority: z.int().min(0).max(100).default(0),
      note: Note,
    }),
    ok: LayoutRelease,
    status: 201,
    errors: ['not_found', 'draft_changed', 'layout_invalid'],
  },
  'POST /admin/layouts/:pageId/rollback': {
    summary: '一键回到一个旧版本：对所有人立即生效的一次新发布，线上和排期的都撤下',
    roles,
    params: pageParams,
    body: z.object({ versionId: Id, note: Note }),
    ok: LayoutRelease,
    status: 201,
    errors: ['not_found'],
  },
  'PUT /admin/layout-releases/:releaseId/rollout': {
    summary: '放大灰度：已经看到的人不变',
    roles,
    params: z.object({ releaseId: Id }),
    body: z.object({ rollout: z.number().min(0.01).max(100) }),
    ok: LayoutRelease,
    errors: ['not_found', 'conflict'],
  },
  'POST /admin/layout-releases/:releaseId/withdraw': {
    summary: '撤下一次发布，下面的那一次接上',
    roles,
    params: z.object({ releaseId: Id }),
    ok: LayoutRelease,
    errors: ['not_found', 'conflict'],
  },
  'GET /admin/layout-releases/:releaseId/results': {
    summary: '一次发布的效果，按版本',
    roles,
    params: z.object({ releaseId: Id }),
    ok: z.object({ release: LayoutRelease, arms: z.array(ArmResult) }),
    errors: ['not_found'],
  },
  'POST /admin/layouts/:pageId/previews': {
    summary: '预览草稿的凭证，短时有效：网页预览的地址，和真机预览用的码',
    roles,
    params: pageParams,
    ok: z.object({
      token: z.string(),
      /** The H5 page for the console's frame. */
      frameUrl: z.string(),
      /** For a phone: opens the draft in the H5 storefront. */
      phoneUrl: z.string(),
      expiresAt: Time,
    }),
    status: 201,
    errors: ['not_found'],
  },
});
