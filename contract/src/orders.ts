import { z } from 'zod';
import { AddressInput } from './addresses';
import { Quantity } from './carts';
import { defineRoutes } from './defineRoutes';
import { MAX_NOTE_LENGTH, MAX_ORDER_LINES } from './plain/limits';
import { CLOSE_REASONS, ORDER_STATES } from './plain/orders';
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

/** What the cart would cost now. `problems` names the lines that cannot be bought; their price is still counted. */
export const Quote = Amounts.extend({
  lines: z.array(OrderLine),
  problems: z.array(z.object({ skuId: Id, code: z.enum(['sold_out', 'off_shelf']), stock: z.int() })),
});

export const PlaceOrder = z.object({
  items: OrderItems,
  addressId: Id,
  /** True takes the ordered SKUs out of the cart; a direct purchase leaves it alone. */
  isFromCart: z.boolean().default(false),
  note: z.string().trim().max(MAX_NOTE_LENGTH).default(''),
  /** The total the shopper was shown. A different one now answers `price_changed` with the new quote. */
  expectedTotalFen: Fen,
});

export const Order = Amounts.extend({
  id: Id,
  state: z.enum(ORDER_STATES),
  closeReason: z.enum(CLOSE_REASONS).nullable(),
  lines: z.array(OrderLine),
  address: AddressInput,
  note: z.string(),
  createdAt: Time,
  /** When an unpaid order closes by itself. */
  expiresAt: Time,
  paidAt: Time.nullable(),
  closedAt: Time.nullable(),
  paymentState: z.enum(PAYMENT_STATES).nullable(),
});

export const OrderParams = z.object({ orderId: Id });

export const orderRoutes = defineRoutes({
  'POST /api/quotes': {
    summary: '结算前的价格明细',
    access: 'session',
    body: z.object({ items: OrderItems }),
    ok: Quote,
    errors: ['not_found'],
  },
  'POST /api/orders': {
    summary: '提交订单：占用库存，移出购物袋',
    access: 'session',
    isIdempotent: true,
    body: PlaceOrder,
    ok: Order,
    status: 201,
    errors: ['not_found', 'address_not_found', 'sold_out', 'off_shelf', 'price_changed', 'idempotency_conflict'],
  },
  'GET /api/orders': {
    summary: '我的订单，新的在前',
    access: 'session',
    query: PageQuery.extend({ state: z.enum(ORDER_STATES).optional() }),
    ok: pageOf(Order),
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
    summary: '取消未付款的订单；已取消的再取消也算成功',
    access: 'session',
    params: OrderParams,
    ok: Order,
    errors: ['not_found', 'order_state'],
  },
});
