import { z } from 'zod';
import { AddressInput, Phone } from './addresses';
import { Quantity } from './carts';
import { CheckoutCoupon } from './coupons';
import { defineRoutes } from './defineRoutes';
import { MAX_COUPONS_OF_ORDER } from './plain/coupons';
import { MAX_NOTE_LENGTH, MAX_ORDER_LINES } from './plain/limits';
import {
  ALL_POINTS,
  BREAKDOWN_KINDS,
  CANCEL_REASONS,
  CLOSE_REASONS,
  FULFILMENTS,
  MOVE_REASONS,
  ORDER_STATES,
} from './plain/orders';
import { PAYMENT_STATES } from './plain/payments';
import { Fen, Id, PageQuery, PictureUrl, Time, pageOf } from './schema';

/** One SKU once: repeated SKUs are refused rather than summed, so that a line is a line. */
export const OrderItems = z
  .array(z.object({ skuId: Id, quantity: Quantity }))
  .min(1)
  .max(MAX_ORDER_LINES)
  .refine((items) => new Set(items.map((item) => item.skuId)).size === items.length, { error: '同一规格只能出现一次' });

export const OrderLine = z.object({
  skuId: Id,
  productId: Id,
  title: z.string(),
  optionText: z.string(),
  imageUrl: PictureUrl.nullable(),
  unitFen: Fen,
  quantity: Quantity,
  totalFen: Fen,
});

/** `totalFen = goodsFen + shippingFen - discountFen`, always. */
const Amounts = z.object({ goodsFen: Fen, shippingFen: Fen, discountFen: Fen, totalFen: Fen });

/** The total, explained: the lines' fen sum to it, and what is taken off is negative. */
export const Breakdown = z.array(
  z.object({ kind: z.enum(BREAKDOWN_KINDS), label: z.string(), fen: z.int(), reason: z.string() }),
);

/**
 * What the items would cost now. `problems` names the lines that cannot be bought; their price is still counted.
 * `unserved` tells why nothing is delivered to the address.
 */
export const Quote = Amounts.extend({
  lines: z.array(OrderLine),
  breakdown: Breakdown,
  unserved: z.object({ reason: z.string() }).nullable(),
  problems: z.array(z.object({ skuId: Id, code: z.enum(['sold_out', 'off_shelf']), stock: z.int() })),
  /** All that the person holds; those that can be used first. */
  coupons: z.array(CheckoutCoupon),
  /** No other choice of coupons costs less. */
  isBestChoice: z.boolean(),
  /** `most`: what could be spent on these goods, and would take `mostFen` off. `reason`: why not more, in words. */
  points: z.object({
    available: z.int().min(0),
    used: z.int().min(0),
    usedFen: Fen,
    most: z.int().min(0),
    mostFen: Fen,
    reason: z.string(),
  }),
});

/** Without a choice the server makes the best one; an empty one is none at all. */
const Choice = {
  couponIds: z
    .array(Id)
    .max(MAX_COUPONS_OF_ORDER)
    .refine((ids) => new Set(ids).size === ids.length, { error: '同一张券只能用一次' })
    .optional(),
  /** To be spent; more than can be is as much as can be. */
  points: z.int().min(0).max(ALL_POINTS).default(0),
};

/** Without an address the price is that of the rule for everywhere else. */
export const QuoteOrder = z.object({
  items: OrderItems,
  fulfilment: z.enum(FULFILMENTS).default('delivery'),
  addressId: Id.optional(),
  ...Choice,
});

/** Who an invoice is made out to; a company has a tax number. */
export const Invoice = z
  .object({
    type: z.enum(['personal', 'company']),
    title: z.string().trim().min(1).max(80),
    taxNumber: z
      .string()
      .trim()
      .regex(/^[0-9A-Z]{15,20}$/)
      .nullable(),
    email: z
      .string()
      .trim()
      .max(100)
      .regex(/^[^\s@]+@[^\s@]+\.[A-Za-z]{2,20}$/),
  })
  .refine((invoice) => (invoice.type === 'company') === (invoice.taxNumber !== null), {
    error: '企业发票要有税号，个人发票没有',
    path: ['taxNumber'],
  });

const Contact = z.object({ name: z.string().trim().min(1).max(30), phone: Phone });

const Placing = z.object({
  items: OrderItems,
  fulfilment: z.enum(FULFILMENTS).default('delivery'),
  /** Where to deliver. */
  addressId: Id.optional(),
  /** Where, and by whom, the goods are picked up. */
  pickup: z.object({ storeId: Id, contact: Contact }).optional(),
  /** True takes the ordered SKUs out of the cart; a direct purchase leaves it alone. */
  isFromCart: z.boolean().default(false),
  note: z.string().trim().max(MAX_NOTE_LENGTH).default(''),
  /** The total the shopper was shown. A different one now answers `price_changed` with the new quote. */
  expectedTotalFen: Fen,
  invoice: Invoice.optional(),
  ...Choice,
});

export const PlaceOrder = Placing.refine(
  ({ fulfilment, addressId, pickup }) => (fulfilment === 'pickup' ? pickup : addressId) !== undefined,
  { error: '送货要有收货地址，自提要有门店和联系人' },
);

export const Order = Amounts.extend({
  id: Id,
  state: z.enum(ORDER_STATES),
  closeReason: z.enum(CLOSE_REASONS).nullable(),
  /** What the shopper chose when cancelling. */
  cancelReason: z.enum(CANCEL_REASONS).nullable(),
  lines: z.array(OrderLine),
  breakdown: Breakdown,
  fulfilment: z.enum(FULFILMENTS),
  /** Who receives the goods, and where: for a pick-up the contact, at the store. */
  address: AddressInput,
  /** The store as it was when the order was placed; `code` is said at the counter, and comes with the payment. */
  pickup: z
    .object({
      storeId: Id,
      name: z.string(),
      phone: z.string(),
      opensAt: z.string(),
      closesAt: z.string(),
      code: z.string().nullable(),
    })
    .nullable(),
  invoice: Invoice.nullable(),
  note: z.string(),
  createdAt: Time,
  /** When an unpaid order closes by itself. */
  expiresAt: Time,
  paidAt: Time.nullable(),
  shippedAt: Time.nullable(),
  doneAt: Time.nullable(),
  closedAt: Time.nullable(),
  paymentState: z.enum(PAYMENT_STATES).nullable(),
});

export const OrderParams = z.object({ orderId: Id });

/** How many orders of the shopper stand in each state. */
export const OrderCounts = z.record(z.enum(ORDER_STATES), z.int().min(0));

/** What has happened to an order, newest first: its moves, and for each parcel what the carrier says. */
export const OrderProgress = z.object({
  timeline: z.array(z.object({ state: z.enum(ORDER_STATES), reason: z.enum(MOVE_REASONS), at: Time })),
  shipments: z.array(
    z.object({
      id: Id,
      carrier: z.string(),
      trackingNo: z.string(),
      createdAt: Time,
      events: z.array(z.object({ text: z.string(), at: Time })),
    }),
  ),
});

/** Units in the cart now, fewer than were bought when stock is short; and what cannot be bought any more. */
export const BoughtAgain = z.object({
  added: z.array(z.object({ skuId: Id, quantity: Quantity })),
  refused: z.array(
    z.object({
      skuId: Id,
      title: z.string(),
      optionText: z.string(),
      code: z.enum(['off_shelf', 'sold_out', 'cart_full']),
    }),
  ),
});

/** An old client, or one in a hurry, gives no reason. */
export const CancelOrder = z.object({ reason: z.enum(CANCEL_REASONS).default('other') }).prefault({});

export const orderRoutes = defineRoutes({
  'POST /api/quotes': {
    summary: '结算前的价格明细',
    access: 'session',
    body: QuoteOrder,
    ok: Quote,
    errors: ['not_found', 'address_not_found'],
  },
  'POST /api/orders': {
    summary: '提交订单：占用库存，移出购物袋',
    access: 'session',
    isIdempotent: true,
    body: PlaceOrder,
    ok: Order,
    status: 201,
    errors: [
      'not_found',
      'address_not_found',
      'not_served',
      'sold_out',
      'off_shelf',
      'price_changed',
      'coupon_unusable',
      'idempotency_conflict',
    ],
  },
  'GET /api/orders': {
    summary: '我的订单，新的在前',
    access: 'session',
    query: PageQuery.extend({ state: z.enum(ORDER_STATES).optional() }),
    ok: pageOf(Order),
    errors: [],
  },
  'GET /api/orders/counts': {
    summary: '我的订单，各状态有几单',
    access: 'session',
    ok: OrderCounts,
    errors: [],
  },
  'GET /api/orders/:orderId': {
    summary: '订单详情',
    access: 'session',
    params: OrderParams,
    ok: Order,
    errors: ['not_found'],
  },
  'POST /api/orders/:orderId/cancel': {
    summary: '取消未付款的订单，说明原因；已取消的再取消也算成功',
    access: 'session',
    params: OrderParams,
    body: CancelOrder,
    ok: Order,
    errors: ['not_found', 'order_state'],
  },
  'GET /api/orders/:orderId/progress': {
    summary: '订单的经过和包裹的物流，新的在前',
    access: 'session',
    params: OrderParams,
    ok: OrderProgress,
    errors: ['not_found'],
  },
  'POST /api/orders/:orderId/confirm': {
    summary: '确认收货，自提单为确认取货；已确认的再确认也算成功',
    access: 'session',
    params: OrderParams,
    ok: Order,
    errors: ['not_found', 'order_state', 'aftersale_open'],
  },
  'POST /api/orders/:orderId/buy-again': {
    summary: '再来一单：还买得到的放进购物袋，并告诉买不到哪些；按两次不会变多',
    access: 'session',
    params: OrderParams,
    ok: BoughtAgain,
    errors: ['not_found'],
  },
  'PUT /api/orders/:orderId/invoice': {
    summary: '申请或修改发票；已关闭的订单不能开',
    access: 'session',
    params: OrderParams,
    body: Invoice,
    ok: Order,
    errors: ['not_found', 'order_state'],
  },
  'DELETE /api/orders/:orderId': {
    summary: '从我的订单里删除已完成或已关闭的订单',
    access: 'session',
    params: OrderParams,
    ok: z.object({}),
    errors: ['not_found', 'order_state'],
  },
});
