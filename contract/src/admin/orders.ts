import { z } from 'zod';
import { Order, OrderParams } from '../orders';
import { ORDER_STATES } from '../plain/orders';
import { PAYMENT_STATES } from '../plain/payments';
import { Fen, Id, PictureUrl, PlatformName, SaidTime, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

/** Lists show only as much of a person as tells two orders apart; the detail shows what shipping needs. */
export const AdminOrderRow = z.object({
  id: Id,
  state: z.enum(ORDER_STATES),
  totalFen: Fen,
  /** Units of all lines. */
  quantity: z.int(),
  /** Of the first line. */
  title: z.string(),
  imageUrl: PictureUrl.nullable(),
  /** `林*` */
  maskedName: z.string(),
  /** `138****6620` */
  maskedPhone: z.string(),
  createdAt: Time,
  paidAt: Time.nullable(),
});

export const Shipment = z.object({ id: Id, carrier: z.string(), trackingNo: z.string(), createdAt: Time });

export const AdminOrder = z.object({
  userId: Id,
  order: Order,
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
});

const shippers = ['owner', 'operator'] as const;
const readers = [...shippers, 'store_manager', 'staff'] as const;

export const adminOrderRoutes = defineAdminRoutes({
  'GET /admin/orders': {
    summary: '订单，新的在前；可按状态、订单号、下单时间找。店长和店员只看得到自己门店的自提单',
    roles: readers,
    query: AdminPageQuery.extend({
      state: z.enum(ORDER_STATES).optional(),
      orderId: Id.optional(),
      /** Placed at or after. */
      from: SaidTime.optional(),
      /** Placed before. */
      to: SaidTime.optional(),
    }),
    ok: pageOf(AdminOrderRow),
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
    summary: '发货：已付款的订单变为已发货',
    roles: shippers,
    params: OrderParams,
    body: z.object({
      carrier: z.string().trim().min(1).max(30),
      trackingNo: z.string().regex(/^[A-Za-z0-9-]{5,40}$/),
    }),
    ok: AdminOrder,
    status: 201,
    errors: ['not_found', 'order_state'],
  },
});
