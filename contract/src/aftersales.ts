import { z } from 'zod';
import { AddressInput } from './addresses';
import { Quantity } from './carts';
import { defineRoutes } from './defineRoutes';
import { OrderItems, OrderLine, OrderParams } from './orders';
import {
  AFTERSALE_ACTORS,
  AFTERSALE_KINDS,
  AFTERSALE_REASONS,
  AFTERSALE_STATES,
  MAX_DESCRIPTION_LENGTH,
  MAX_EVIDENCE,
} from './plain/aftersales';
import { FULFILMENTS, ORDER_STATES } from './plain/orders';
import { Fen, Id, PageQuery, PictureUrl, Time, pageOf } from './schema';

/** Units of an order's lines, by SKU: an order has each SKU once. */
const Units = OrderItems;

export const AskRefund = z.object({ kind: z.enum(AFTERSALE_KINDS), lines: Units });

/** The most that the units are worth: what was paid for them, never more. */
export const RefundQuote = z.object({
  lines: z.array(z.object({ skuId: Id, quantity: Quantity, fen: Fen })),
  goodsFen: Fen,
  /** Comes back too when nothing of the order is left to be shipped. */
  shippingFen: Fen,
});

export const RequestAftersale = AskRefund.extend({
  reason: z.enum(AFTERSALE_REASONS),
  description: z.string().trim().max(MAX_DESCRIPTION_LENGTH).default(''),
  /** For the goods, at most what the quote says, which holds when it is left out. Shipping comes on top by itself. */
  goodsFen: Fen.optional(),
  /** Uploads of the shopper, each used once. */
  pictureIds: z
    .array(Id)
    .max(MAX_EVIDENCE)
    .refine((ids) => new Set(ids).size === ids.length, { error: '同一张图片只能出现一次' })
    .default([]),
});

export const Parcel = z.object({
  carrier: z.string().trim().min(1).max(30),
  trackingNo: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{5,40}$/),
});

export const Aftersale = z.object({
  id: Id,
  orderId: Id,
  kind: z.enum(AFTERSALE_KINDS),
  state: z.enum(AFTERSALE_STATES),
  reason: z.enum(AFTERSALE_REASONS),
  description: z.string(),
  /** How the order stood when it was asked for. */
  orderState: z.enum(ORDER_STATES),
  fulfilment: z.enum(FULFILMENTS),
  /** `fen`: what comes back for the line's units. */
  lines: z.array(
    OrderLine.pick({ skuId: true, title: true, optionText: true, imageUrl: true, quantity: true }).extend({ fen: Fen }),
  ),
  goodsFen: Fen,
  shippingFen: Fen,
  totalFen: Fen,
  /** Links that open for some minutes. */
  pictures: z.array(z.object({ id: Id, url: PictureUrl })),
  /** The merchant's word: why not, or something to mind. */
  answer: z.string(),
  /** Where the goods go back to. */
  returnTo: AddressInput.nullable(),
  parcel: Parcel.nullable(),
  /** When something happens by itself, or an answer is overdue. */
  dueAt: Time.nullable(),
  createdAt: Time,
  /** The money has gone back. */
  doneAt: Time.nullable(),
  /** What has happened, newest first. */
  moves: z.array(
    z.object({ state: z.enum(AFTERSALE_STATES), actor: z.enum(AFTERSALE_ACTORS), note: z.string(), at: Time }),
  ),
});

/** What can still be asked back of an order, and what has been. */
export const OrderAftersales = z.object({
  items: z.array(Aftersale),
  /** In which ways, now; none when it is not paid, too late, or nothing is left. */
  kinds: z.array(z.enum(AFTERSALE_KINDS)),
  /** Units and fen that nobody has asked back yet. */
  lines: z.array(z.object({ skuId: Id, leftUnits: z.int().min(0), leftFen: Fen })),
  /** Until when, once it is done. */
  until: Time.nullable(),
});

const AftersaleParams = z.object({ aftersaleId: Id });

export const aftersaleRoutes = defineRoutes({
  'GET /api/orders/:orderId/aftersales': {
    summary: '订单的售后：已经申请的，和还能申请的',
    access: 'session',
    params: OrderParams,
    ok: OrderAftersales,
    errors: ['not_found'],
  },
  'POST /api/orders/:orderId/aftersale-quotes': {
    summary: '这几件最多退多少',
    access: 'session',
    params: OrderParams,
    body: AskRefund,
    ok: RefundQuote,
    errors: ['not_found', 'order_state', 'aftersale_over', 'aftersale_units'],
  },
  'POST /api/orders/:orderId/aftersales': {
    summary: '申请退款或退货退款；可以只退几件，可以分几次，每一件只退一次',
    access: 'session',
    isIdempotent: true,
    params: OrderParams,
    body: RequestAftersale,
    ok: Aftersale,
    status: 201,
    errors: [
      'not_found',
      'order_state',
      'aftersale_over',
      'aftersale_units',
      'refund_too_high',
      'idempotency_conflict',
    ],
  },
  'GET /api/aftersales': {
    summary: '我的售后，新的在前',
    access: 'session',
    query: PageQuery,
    ok: pageOf(Aftersale),
    errors: [],
  },
  'GET /api/aftersales/:aftersaleId': {
    summary: '售后详情',
    access: 'session',
    params: AftersaleParams,
    ok: Aftersale,
    errors: ['not_found'],
  },
  'POST /api/aftersales/:aftersaleId/withdraw': {
    summary: '撤销还没退款、也没寄回的申请；已撤销的再撤销也算成功',
    access: 'session',
    params: AftersaleParams,
    ok: Aftersale,
    errors: ['not_found', 'aftersale_state'],
  },
  'PUT /api/aftersales/:aftersaleId/parcel': {
    summary: '填写或更正寄回的快递单号',
    access: 'session',
    params: AftersaleParams,
    body: Parcel,
    ok: Aftersale,
    errors: ['not_found', 'aftersale_state'],
  },
});
