import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { NoticeRefused, type Notice, type RawNotice, type RefundReport, type TradeReport } from './types';

/** The body of a fake callback. */
const Body = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment'),
    noticeId: z.string(),
    appId: z.string().optional(),
    report: z.object({
      tradeNo: z.string(),
      platformTradeNo: z.string(),
      state: z.enum(['paid', 'closed']),
      paidFen: z.int().nullable(),
    }),
  }),
  z.object({
    kind: z.literal('refund'),
    noticeId: z.string(),
    appId: z.string().optional(),
    report: z.object({
      tradeNo: z.string(),
      refundNo: z.string(),
      state: z.enum(['processing', 'succeeded', 'failed']),
      refundedFen: z.int().nullable(),
    }),
  }),
]);

const SIGNATURE = 'x-fake-signature';
const sign = (secret: string, body: Buffer | string) => createHmac('sha256', secret).update(body).digest('hex');

/** Verifies the signature over the raw body before anything is read from it; throws `NoticeRefused`. */
export function readFakeNotice(secret: string, { headers, body }: RawNotice): Notice {
  const given = Buffer.from(String(headers[SIGNATURE] ?? ''));
  const expected = Buffer.from(sign(secret, body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new NoticeRefused('signature');
  const notice = Body.safeParse(parse(body.toString('utf8')));
  if (!notice.success) throw new NoticeRefused('malformed');
  return notice.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoticeRefused('malformed');
  }
}

export interface FakeLie {
  /** Signed by somebody else. */
  forged?: boolean;
  /** Not what was paid or went back. */
  fen?: number;
  appId?: string;
  noticeId?: string;
}

/** A callback as the fake platform sends it: signed, or forged on purpose, or lying. What it says decides its id. */
export function fakeNotice(
  secret: string,
  report: TradeReport | RefundReport,
  { forged, fen, appId, noticeId }: FakeLie = {},
): { headers: Record<string, string>; body: string } {
  const content =
    'refundNo' in report
      ? { kind: 'refund', appId, report: { ...report, refundedFen: fen ?? report.refundedFen } }
      : { kind: 'payment', appId, report: { ...report, paidFen: fen ?? report.paidFen } };
  const id = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24);
  const body = JSON.stringify({ noticeId: noticeId ?? `N${id}`, ...content });
  const signature = sign(forged ? `${secret}x` : secret, body);
  return { headers: { 'content-type': 'application/json', [SIGNATURE]: signature }, body };
}
