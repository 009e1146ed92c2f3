import { z } from 'zod';
import { AddressInput } from '../addresses';
import { Aftersale } from '../aftersales';
import { OrderItems, OrderParams } from '../orders';
import { AFTERSALE_KINDS, AFTERSALE_REASONS, AFTERSALE_STATES } from '../plain/aftersales';
import { MAX_QUANTITY } from '../plain/limits';
import { Fen, Id, PictureUrl, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

export const AdminAftersaleRow = Aftersale.pick({ id: true, orderId: true, reason: true, totalFen: true }).extend({
  kind: z.enum(AFTERSALE_KINDS),
  state: z.enum(AFTERSALE_STATES),
  /** Units of all lines. */
  quantity: z.int(),
  /** Of the first line. */
  title: z.string(),
  imageUrl: PictureUrl.nullable(),
  maskedName: z.string(),
  maskedPhone: z.string(),
  createdAt: Time,
  dueAt: Time.nullable(),
  /** The money did not go back; see the order's refunds. */
  hasFailed: z.boolean(),
});

export const AdminAftersale = z.object({
  userId: Id,
  aftersale: Aftersale,
  /** The most that could have been asked for. */
  maxFen: Fen,
  refundId: Id.nullable(),
  /** Why the money did not go back; empty while nothing went wrong. */
  refundNote: z.string(),
  /** Of the returned units, by SKU: what went back on the shelf. */
  restocked: z.array(z.object({ skuId: Id, quantity: z.int() })),
});

/** Of what is not done. */
export const AftersaleCounts = z.object({
  requested: z.int(),
  approved: z.int(),
  returning: z.int(),
  refunding: z.int(),
  /** The money did not go back. */
  failed: z.int(),
});

const AftersaleParams = z.object({ aftersaleId: Id });
const Word = z.string().trim().max(200);

const deciders = ['owner', 'operator', 'store_manager'] as const;
const receivers = [...deciders, 'staff'] as const;
const settings = ['owner', 'operator'] as const;

export const adminAftersaleRoutes = defineAdminRoutes({
  'GET /admin/aftersales': {
    summary:
      '售后申请，新的在前（sort=due 先到期的在前）；可按状态、订单号、是否超时未答复、钱是否没退成找。店长和店员只看得到自己门店的自提单',
    roles: receivers,
    query: AdminPageQuery.extend({
      state: z.enum(AFTERSALE_STATES).optional(),
      orderId: Id.optional(),
      isOverdue: z.enum(['true']).optional(),
      /** The money did not go back. */
      hasFailed: z.enum(['true']).optional(),
      sort: z.enum(['new', 'due']).default('new'),
    }),
    ok: pageOf(AdminAftersaleRow),
    errors: [],
  },
  'GET /admin/aftersales/counts': {
    summary: '还没有结束的售后，各状态有几件；店长和店员只算自己门店的',
    roles: receivers,
    ok: AftersaleCounts,
    errors: [],
  },
  'GET /admin/aftersales/:aftersaleId': {
    summary: '售后详情，连同凭证图片的短时链接',
    roles: receivers,
    params: AftersaleParams,
    ok: AdminAftersale,
    errors: ['not_found'],
  },
  'POST /admin/aftersales/:aftersaleId/approve': {
    summary: '同意：退款的随即退款，退货的告诉顾客寄到哪里',
    roles: deciders,
    params: AftersaleParams,
    body: z.object({ answer: Word.default('') }),
    ok: AdminAftersale,
    errors: ['not_found', 'aftersale_state', 'return_address_missing'],
  },
  'POST /admin/aftersales/:aftersaleId/reject': {
    summary: '拒绝，说明原因；寄回来的货不对时也用它',
    roles: deciders,
    params: AftersaleParams,
    body: z.object({ answer: Word.min(1) }),
    ok: AdminAftersale,
    errors: ['not_found', 'aftersale_state'],
  },
  'POST /admin/aftersales/:aftersaleId/receive': {
    summary: '收到退货：说明几件放回货架，其余报损；随即退款',
    roles: receivers,
    params: AftersaleParams,
    body: z.object({
      restocked: z.array(z.object({ skuId: Id, quantity: z.int().min(0).max(MAX_QUANTITY) })).max(50),
      note: Word.default(''),
    }),
    ok: AdminAftersale,
    errors: ['not_found', 'aftersale_state', 'aftersale_units'],
  },
  'POST /admin/orders/:orderId/refunds': {
    summary: '商家主动退款：缺货或丢件时不等顾客申请；退掉的几件不再发。已付款和已发货的订单可以，同一个 key 只退一次',
    roles: settings,
    params: OrderParams,
    body: z.object({
      key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
      lines: OrderItems,
      reason: z.enum(AFTERSALE_REASONS),
      /** The shopper reads it. */
      note: z.string().trim().min(1).max(200),
      /** For the goods, at most what was paid for them, which holds when it is left out. */
      goodsFen: Fen.optional(),
    }),
    ok: Aftersale,
    status: 201,
    errors: ['not_found', 'order_state', 'aftersale_units', 'refund_too_high', 'idempotency_conflict'],
  },
  'GET /admin/return-address': {
    summary: '退货寄到哪里；还没有填时为空',
    roles: settings,
    ok: z.object({ address: AddressInput.nullable() }),
    errors: [],
  },
  'PUT /admin/return-address': {
    summary: '修改退货地址；已经同意的退货不受影响',
    roles: settings,
    body: AddressInput,
    ok: z.object({ address: AddressInput.nullable() }),
    errors: [],
  },
});
