import { z } from 'zod';
import { Pickup } from './admin/pickups';
import { CodeTargetShape, CodeToken } from './codes';
import { defineRoutes } from './defineRoutes';
import { CODE_STATES } from './plain/codes';
import { ROLES } from './plain/roles';
import {
  INVITATION_STATES,
  MAX_NOTE,
  POSTER_TEMPLATES,
  STAFF_PERIODS,
  STAFF_ROLES,
  STAFF_STATES,
  STAFF_TARGETS,
} from './plain/staff';
import { ProductCard } from './products';
import { Fen, Id, PageQuery, PictureUrl, PlatformName, Time, pageOf } from './schema';

const StoreName = z.object({ id: Id, name: z.string() });

/** What the person is to the shop. `stores`: where they work; a guide of none sees their own figures only. */
export const StaffMe = z.object({
  state: z.enum(STAFF_STATES),
  employeeId: Id.nullable(),
  name: z.string(),
  /** Null for whoever is no guide. */
  role: z.enum(ROLES).nullable(),
  stores: z.array(StoreName),
  /** Of every 1,000 fen that their codes bring, for what a sale may earn; nobody is paid by it. */
  commissionPermille: z.int(),
});

export const Invitation = z.object({
  token: z.string(),
  storeName: z.string(),
  role: z.enum(STAFF_ROLES),
  /** Whom it is for. */
  name: z.string(),
  /** `asked` says: by the one who looks at it. */
  state: z.enum(INVITATION_STATES),
  expiresAt: Time,
});

export const StaffCode = z.object({
  token: CodeToken,
  name: z.string(),
  target: CodeTargetShape,
  /** Null for home and categories. */
  product: ProductCard.nullable(),
  storeId: Id.nullable(),
  state: z.enum(CODE_STATES),
  scans: z.int(),
  url: z.string(),
  createdAt: Time,
});

/** What codes brought in a time. Refunds count in the time in which the money went back. */
export const Figures = z.object({
  scans: z.int(),
  newCustomers: z.int(),
  orders: z.int(),
  amountFen: Fen,
  refundedFen: Fen,
  /** Less than nothing where more went back than came in. */
  commissionFen: z.int(),
});

/** `id`: of the code, or the product. */
export const ResultRow = Figures.extend({ id: z.string(), name: z.string(), pictureUrl: PictureUrl.nullable() });

export const StaffCustomer = z.object({
  id: Id,
  /** Both null until the customer has agreed: `林*`, `138****6620`. */
  maskedName: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  isAgreed: z.boolean(),
  since: Time,
  until: Time,
  lastActiveAt: Time,
  orders: z.int(),
  amountFen: Fen,
  note: z.string(),
  /** Quiet for so long that another guide may soon take over. */
  isQuiet: z.boolean(),
});

const StaffOrder = z.object({
  orderId: Id,
  /** `柿釉手作茶壶 等 2 件`. */
  words: z.string(),
  pictureUrl: PictureUrl.nullable(),
  amountFen: Fen,
  refundedFen: Fen,
  commissionFen: Fen,
  paidAt: Time,
  /** Why it counts: the last touch, or a customer who belongs to the guide. */
  reason: z.enum(['touch', 'belongs', 'own']),
});

const InvitationParams = z.object({ token: z.string().max(40) });
const CodeParams = z.object({ token: CodeToken });
const CustomerParams = z.object({ customerId: Id });
const PeriodQuery = z.object({ period: z.enum(STAFF_PERIODS).default('today') });
const PickupCode = z.object({ code: z.string().regex(/^\d{8}$/) });

/** Whoever is no guide is told `forbidden`, and nothing about others. */
const staff = { access: 'session' } as const;

export const staffRoutes = defineRoutes({
  'GET /api/staff': { ...staff, summary: '我在门店里是什么人', ok: StaffMe, errors: [] },
  'GET /api/staff-invitations/:token': {
    ...staff,
    summary: '看一份邀请',
    params: InvitationParams,
    ok: Invitation,
    errors: ['not_found'],
  },
  'POST /api/staff-invitations/:token/requests': {
    ...staff,
    summary: '应邀：报上工作里用的名字，等店长同意；再说一次改名字',
    params: InvitationParams,
    body: z.object({ name: z.string().trim().min(1).max(30) }),
    ok: Invitation,
    errors: ['not_found', 'conflict'],
  },
  'GET /api/staff/figures': {
    ...staff,
    summary: '我的码在这段时间带来了什么，与上一段同样长的时间比；在门店里排第几',
    query: PeriodQuery,
    ok: z.object({
      now: Figures,
      before: Figures,
      /** In each of the guide's stores by amount; `of`: guides of that store. */
      ranks: z.array(z.object({ storeName: z.string(), rank: z.int(), of: z.int() })),
      countedAt: Time,
    }),
    errors: ['forbidden'],
  },
  'GET /api/staff/results': {
    ...staff,
    summary: '按码或者按商品分开看，成交多的在前',
    query: PeriodQuery.extend({ by: z.enum(['code', 'product']) }),
    ok: z.object({ items: z.array(ResultRow) }),
    errors: ['forbidden'],
  },
  'GET /api/staff/orders': {
    ...staff,
    summary: '算在我名下的订单，新的在前；看不到是谁',
    query: PageQuery,
    ok: pageOf(StaffOrder),
    errors: ['forbidden'],
  },
  'GET /api/staff/codes': {
    ...staff,
    summary: '我的码',
    query: PageQuery,
    ok: pageOf(StaffCode),
    errors: ['forbidden'],
  },
  'POST /api/staff/codes': {
    ...staff,
    summary: '要一个码；同一家店、同一个去处的码只有一个，再要还是它',
    body: z.object({ target: CodeTargetShape.extend({ kind: z.enum(STAFF_TARGETS) }), storeId: Id.nullable() }),
    ok: StaffCode,
    status: 201,
    errors: ['forbidden', 'not_found'],
  },
  'POST /api/staff/codes/:token/revoke': {
    ...staff,
    summary: '作废自己的一个码，不能恢复',
    params: CodeParams,
    ok: StaffCode,
    errors: ['forbidden', 'not_found'],
  },
  'GET /api/staff/codes/:token/pictures/:platform': {
    ...staff,
    summary: '自己的码在某个平台的图',
    params: CodeParams.extend({ platform: PlatformName }),
    ok: z.object({ url: PictureUrl }),
    errors: ['forbidden', 'not_found', 'unsupported', 'platform_unavailable'],
  },
  'POST /api/staff/codes/:token/posters': {
    ...staff,
    summary: '画一张海报；画过的直接给',
    params: CodeParams,
    body: z.object({
      platform: PlatformName,
      template: z.enum(POSTER_TEMPLATES).default('awning'),
      /** One of the product's pictures; the first unless said. */
      picture: z.int().min(0).max(20).default(0),
    }),
    ok: z.object({ url: PictureUrl }),
    errors: ['forbidden', 'not_found', 'unsupported', 'platform_unavailable', 'busy'],
  },
  'GET /api/staff/customers': {
    ...staff,
    summary: '现在归我的顾客，最近来过的在前；quiet 只看快要走远的',
    query: PageQuery.extend({ only: z.enum(['all', 'quiet']).default('all') }),
    ok: pageOf(StaffCustomer),
    errors: ['forbidden'],
  },
  'PUT /api/staff/customers/:customerId/note': {
    ...staff,
    summary: '写一句备注；接手的导购也看得到',
    params: CustomerParams,
    body: z.object({ note: z.string().trim().max(MAX_NOTE) }),
    ok: StaffCustomer,
    errors: ['forbidden', 'not_found'],
  },
  'GET /api/staff/colleagues': {
    ...staff,
    summary: '同店在职的导购，可以把顾客交给他们',
    ok: z.object({ items: z.array(z.object({ id: Id, name: z.string(), storeName: z.string() })) }),
    errors: ['forbidden'],
  },
  'POST /api/staff/customers/:customerId/hand-over': {
    ...staff,
    summary: '把一位顾客交给同店的导购',
    params: CustomerParams,
    body: z.object({ employeeId: Id }),
    ok: z.object({}),
    errors: ['forbidden', 'not_found'],
  },
  'POST /api/staff/pickups/lookup': {
    ...staff,
    summary: '按取货码查自己门店的自提单；说错十次后要等',
    body: PickupCode,
    ok: Pickup,
    errors: ['forbidden', 'not_found', 'rate_limited'],
  },
  'POST /api/staff/pickups/verify': {
    ...staff,
    summary: '核销取货码，只此一次',
    body: PickupCode,
    ok: Pickup,
    errors: ['forbidden', 'not_found', 'order_state', 'aftersale_open', 'rate_limited'],
  },
  'GET /api/my-guide': {
    access: 'session',
    summary: '我的导购；没有就是 null',
    ok: z.object({
      guide: z.object({ name: z.string(), storeName: z.string(), phone: z.string() }).nullable(),
      isAgreed: z.boolean(),
    }),
    errors: [],
  },
  'PUT /api/my-guide/consent': {
    access: 'session',
    summary: '让不让导购看到我（打码的称呼、电话和买过几次）',
    body: z.object({ isAgreed: z.boolean() }),
    ok: z.object({ isAgreed: z.boolean() }),
    errors: [],
  },
});
