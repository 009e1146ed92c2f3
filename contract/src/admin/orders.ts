import { z } from 'zod';
import { Order, OrderParams } from '../orders';
import { AFTERSALE_KINDS, AFTERSALE_STATES } from '../plain/aftersales';
import { FULFILMENTS, ORDER_STATES } from '../plain/orders';
import { PAYMENT_STATES } from '../plain/payments';
import { Fen, Id, PictureUrl, PlatformName, SaidTime, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

/** Lists show only as much of a person as tells two orders apart; the detail shows what shipping needs. */
export const AdminOrderRow = z.object({
  id: Id,
  state: z.enum(ORDER_STATES),
  platform: PlatformName,
  fulfilment: z.enum(FULFILMENTS),
  /** Where it is picked up. */
  storeName: z.string().nullable(),
  totalFen: Fen,
  discountFen: Fen,
  /** Units of all lines. */
  quantity: z.int(),
  lineCount: z.int(),
  /** Of the first line. */
  title: z.string(),
  imageUrl: PictureUrl.nullable(),
  /** `林*` */
  maskedName: z.string(),
  /** `138****6620` */
  maskedPhone: z.string(),
  createdAt: Time,
  /** When an unpaid order closes by itself. */
  expiresAt: Time,
  paidAt: Time.nullable(),
  /** Somebody waits for the merchant, or for money. */
  hasOpenAftersale: z.boolean(),
});

export const Shipment = z.object({ id: Id, carrier: z.string(), trackingNo: z.string(), createdAt: Time });

export const AdminOrder = z.object({
  userId: Id,
  platform: PlatformName,
  order: Order,
  /** What was taken off each line that is not at its full price. */
  discounts: z.array(z.object({ skuId: Id, fen: Fen })),
  moves: z.array(
    z.object({
      from: z.enum(ORDER_STATES).nullable(),
      to: z.enum(ORDER_STATES),
      reason: z.string(),
      createdAt: Time,
    }),
  ),
  payments: z.array(
    z.object({
      id: Id,
      tradeNo: z.string(),
      platform: PlatformName,
      state: z.enum(PAYMENT_STATES),
      amountFen: Fen,
      createdAt: Time,
      paidAt: Time.nullable(),
    }),
  ),
  shipments: z.array(Shipment),
  /** Newest first. An unanswered one for goods that are still in the shop keeps the order from being shipped. */
  aftersales: z.array(z.object({ id: Id, kind: z.enum(AFTERSALE_KINDS), state: z.enum(AFTERSALE_STATES) })),
});

/** Which orders, of those that the caller may see. */
const OrderFilter = z.object({
  state: z.enum(ORDER_STATES).optional(),
  orderId: Id.optional(),
  /** The last four digits of the receiver's phone. */
  phoneTail: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  platform: PlatformName.optional(),
  fulfilment: z.enum(FULFILMENTS).optional(),
  /** Placed at or after. */
  from: SaidTime.optional(),
  /** Placed before. */
  to: SaidTime.optional(),
});

const shippers = ['owner', 'operator'] as const;
const readers = [...shippers, 'store_manager', 'staff'] as const;

/** Of those that are under way. */
export const OrderCounts = z.object({ unpaid: z.int(), toShip: z.int(), toPickUp: z.int(), shipped: z.int() });

export const adminOrderRoutes = defineAdminRoutes({
  'GET /admin/orders': {
    summary:
      '订单，新的在前（sort=old 旧的在前）；可按状态、订单号、手机尾号、平台、下单时间找。店长和店员只看得到自己门店的自提单',
    roles: readers,
    query: AdminPageQuery.extend(OrderFilter.shape).extend({ sort: z.enum(['new', 'old']).default('new') }),
    ok: pageOf(AdminOrderRow),
    errors: [],
  },
  'GET /admin/orders/counts': {
    summary: '待付款、待发货、待自提、待收货的各有几单；店长和店员只算自己门店的',
    roles: readers,
    ok: OrderCounts,
    errors: [],
  },
  'POST /admin/orders/export': {
    summary: '导出订单为 CSV，条件与列表相同，至多 5000 单；手机号打码，公式样的内容不会被表格软件执行',
    roles: shippers,
    body: OrderFilter,
    ok: z.object({
      csv: z.string(),
      count: z.int(),
      /** There are more: the newest are in the file. */
      isCut: z.boolean(),
    }),
    errors: [],
  },
  'GET /admin/orders/:orderId': {
    summary: '订单详情，连同状态变化、付款和发货',
    roles: readers,
    params: OrderParams,
    ok: AdminOrder,
    errors: ['not_found'],
  },
  'POST /admin/orders/:orderId/shipments': {
    summary: '发货：已付款的订单变为已发货；已退款的几件不发，退款申请没有答复时不能发',
    roles: shippers,
    params: OrderParams,
    body: z.object({
      carrier: z.string().trim().min(1).max(30),
      trackingNo: z.string().regex(/^[A-Za-z0-9-]{5,40}$/),
    }),
    ok: AdminOrder,
    status: 201,
    errors: ['not_found', 'order_state', 'aftersale_open'],
  },
});
