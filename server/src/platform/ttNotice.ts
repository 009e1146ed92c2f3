import { createHash, verify } from 'node:crypto';
import { z } from 'zod';
import { findOrder, ORDERS_PAGE, type TradeSide } from './ttTrade';
import { NoticeRefused, type Notice, type RawNotice } from './types';

/** Douyin repeats a callback for half an hour, and nobody says whether it signs each anew. */
const MAX_AGE_MS = 60 * 60_000;
const MAX_AHEAD_MS = 5 * 60_000;

const Envelope = z.object({ type: z.string(), msg: z.string() });
const Common = z.object({ app_id: z.string() });
const Payment = z.object({
  out_order_no: z.string().min(1),
  order_id: z.string().min(1),
  status: z.enum(['SUCCESS', 'CANCEL']),
  total_amount: z.int(),
});
const Refund = z.object({
  order_id: z.string(),
  refund_id: z.string().min(1),
  out_refund_no: z.string().nullish(),
  status: z.enum(['SUCCESS', 'FAIL']),
  refund_total_amount: z.int(),
  cp_extra: z.string().nullish(),
});
const Asked = z.object({ refund_id: z.string().min(1) });

/**
 * General trade system, callbacks. `payment` and `refund` report; `pre_create_refund` (the payer asks for their money in
 * Douyin) is answered at once with the number under which the refund will be told, or Douyin asks for ever.
 */
export async function readTtNotice(side: TradeSide, notice: RawNotice): Promise<Notice> {
  const { type, msg } = verified(side, notice);
  const { app_id: appId } = read(Common, msg);
  if (appId !== side.config.TT_APP_ID) throw new NoticeRefused('app_id');
  switch (type) {
    case 'payment': {
      const { out_order_no: tradeNo, order_id: orderId, status, total_amount: fen } = read(Payment, msg);
      const isPaid = status === 'SUCCESS';
      return {
        appId,
        noticeId: idOf(type, orderId, status, fen),
        kind: 'payment',
        report: {
          tradeNo,
          state: isPaid ? 'paid' : 'closed',
          platformTradeNo: orderId,
          paidFen: isPaid ? fen : null,
        },
      };
    }
    case 'refund': {
      const refund = read(Refund, msg);
      const { refund_id: refundId, status, refund_total_amount: fen } = refund;
      const isBack = status === 'SUCCESS';
      return {
        appId,
        noticeId: idOf(type, refundId, status, fen),
        kind: 'refund',
        report: {
          tradeNo: await tradeOf(side, refund),
          refundNo: refund.out_refund_no || payersRefundNo(refundId),
          state: isBack ? 'succeeded' : 'failed',
          refundedFen: isBack ? fen : null,
        },
      };
    }
    case 'pre_create_refund': {
      const { refund_id: refundId } = read(Asked, msg);
      const data = { out_refund_no: payersRefundNo(refundId), order_entry_schema: ORDERS_PAGE };
      const answer = JSON.stringify({ err_no: 0, err_tips: 'success', data });
      return {
        appId,
        noticeId: idOf(type, refundId),
        kind: 'other',
        topic: type,
        answer: { contentType: 'application/json', body: answer },
      };
    }
    default:
      return { appId, noticeId: idOf(type, msg), kind: 'other', topic: type };
  }
}

/** Mini-program server API, signature algorithm: time, nonce and raw body, each with a line end, under Douyin's key. */
function verified(side: TradeSide, { headers, body }: RawNotice): z.output<typeof Envelope> {
  const [timestamp, nonce, signature] = ['timestamp', 'nonce-str', 'signature'].map((name) =>
    String(headers[`byte-${name}`] ?? ''),
  ) as [string, string, string];
  const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  const isTheirs = verify('sha256', signed, side.config.TT_PLATFORM_PUBLIC_KEY, Buffer.from(signature, 'base64'));
  if (!isTheirs) throw new NoticeRefused('signature');
  const age = side.now().getTime() - Number(timestamp) * 1000;
  if (!(age <= MAX_AGE_MS && age >= -MAX_AHEAD_MS)) throw new NoticeRefused('clock');
  return read(Envelope, body.toString('utf8'));
}

function read<S extends z.ZodType>(shape: S, text: string): z.output<S> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new NoticeRefused('malformed');
  }
}

/** The same for a callback that comes again, another for one that says something else. */
function idOf(...parts: (string | number)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** Our number for a refund that the payer began; the same each time, so that nothing need be remembered. */
const payersRefundNo = (refundId: string) =>
  /^[0-9A-Za-z]{1,31}$/.test(refundId) ? `P${refundId}` : `P${idOf(refundId).slice(1)}`;

/** A refund that we began carries its trade; one that the payer began is looked up. */
async function tradeOf(side: TradeSide, refund: z.output<typeof Refund>): Promise<string> {
  if (refund.cp_extra && /^[0-9A-Za-z]{6,32}$/.test(refund.cp_extra)) return refund.cp_extra;
  const order = await findOrder(side, { order_id: refund.order_id });
  if (!order) throw new NoticeRefused('malformed');
  return order.out_order_no;
}
