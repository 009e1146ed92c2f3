import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Order, OrderParams } from './orders';
import { PAYMENT_STATES } from './plain/payments';
import { Fen, Id } from './schema';

/** What the super-app's cashier needs; `kind` says which native call opens it. */
export const PayIntent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weapp'),
    timeStamp: z.string(),
    nonceStr: z.string(),
    package: z.string(),
    signType: z.literal('RSA'),
    paySign: z.string(),
  }),
  z.object({ kind: z.literal('alipay'), tradeNO: z.string() }),
  z.object({ kind: z.literal('tt'), data: z.string(), byteAuthorization: z.string() }),
  /** Physical goods on Douyin: its own shop sells them, and is asked about the order afterwards. */
  z.object({
    kind: z.literal('tt_shop'),
    shopId: z.string(),
    productId: z.string(),
    skuId: z.string(),
    quantity: z.int().min(1),
  }),
  /** A cashier with an address: the browser goes there and comes back. */
  z.object({ kind: z.literal('h5'), url: z.url() }),
  /** The simulated cashier of a demo shop, on any platform. */
  z.object({ kind: z.literal('fake'), tradeNo: z.string(), amountFen: Fen }),
]);

export const Payment = z.object({
  id: Id,
  state: z.enum(PAYMENT_STATES),
  amountFen: Fen,
  intent: PayIntent,
});

export const paymentRoutes = defineRoutes({
  'POST /api/orders/:orderId/payments': {
    summary: '开始付款；还没付的那一笔会再给一次，不会有第二笔',
    access: 'session',
    isIdempotent: true,
    params: OrderParams,
    ok: Payment,
    status: 201,
    errors: [
      'not_found',
      'order_state',
      'payment_closed',
      'tt_one_item',
      'tt_not_mapped',
      'login_failed',
      'platform_unavailable',
      'idempotency_conflict',
    ],
  },
  'POST /api/orders/:orderId/payments/check': {
    summary: '收银台关闭之后：向平台查询付款结果，以查询为准',
    access: 'session',
    params: OrderParams,
    ok: Order,
    errors: ['not_found', 'platform_unavailable'],
  },
});
