import type { z } from 'zod';
import type { ShippingReportRow } from '@jishi/contract/admin/shippingReports';
import type { Platform } from '@jishi/contract/plain/platforms';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { enqueue, type JobHandlers } from '../jobs';
import { maskPhone } from '../mask';
import type { ShippingReport } from '../platform/types';

/** The outbox topic that tells a payment's platform about its order's goods. */
export const REPORT_SHIPPING = 'shipping.report';

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;
/** Half a day or so; then a person has to look. */
const MAX_TRIES = 16;
const MAX_TEXT = 120;

type ReportRow = z.output<typeof ShippingReportRow>;

/**
 * Has the platform that was paid told where the order's goods are, in the caller's transaction: each time a parcel leaves,
 * and when they are handed over. Nothing for an order that was paid on no platform.
 */
export async function reportShippingOf(ctx: Context, tx: Queryable, userId: string, orderId: string): Promise<void> {
  const [made] = await tx.query<{ reportId: string }>(
    sql`insert into shipping_reports (user_id, report_id, order_id, payment_id, platform, state, created_at)
      select p.user_id, ${ctx.makeId()}::bigint, p.order_id, p.payment_id, p.platform, 'waiting', ${ctx.now()}::timestamptz
      from payments p where p.user_id = ${userId} and p.order_id = ${orderId} and p.paid_at is not null
        and p.platform <> 'h5' and p.amount_fen > 0
        and not exists (select 1 from refunds r where r.user_id = p.user_id and r.payment_id = p.payment_id
          and r.ref = 'late:' || p.payment_id)
      limit 1
      returning report_id as "reportId"`,
  );
  if (made) await enqueue(ctx, tx, { topic: REPORT_SHIPPING, payload: { userId, reportId: made.reportId } });
}

export const shippingJobs: JobHandlers = {
  /** Saying the same again is fine on the platform's side; what it refuses for good waits for a person at once. */
  async [REPORT_SHIPPING](ctx, { userId, reportId }) {
    const [report] = await ctx.db.query<{ orderId: string; tries: number }>(
      sql`select order_id as "orderId", tries from shipping_reports
        where user_id = ${userId} and report_id = ${reportId} and state = 'waiting'`,
    );
    if (!report) return undefined;
    const tries = report.tries + 1;
    const { platform, ...what } = await gather(ctx.db, userId!, report.orderId, reportId!);
    const error = await ctx.platforms[platform].reportShipping(what).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error !== null && !(error instanceof AppError)) throw error;
    const isOver = error === null || error.code !== 'platform_unavailable' || tries >= MAX_TRIES;
    const state = error === null ? 'told' : isOver ? 'failed' : 'waiting';
    await ctx.db.query(
      sql`update shipping_reports set state = ${state}, tries = ${tries}, note = ${error ? describe(error) : ''},
          told_at = case when ${state} = 'told' then ${ctx.now()}::timestamptz end
        where user_id = ${userId} and report_id = ${reportId} and state = 'waiting'`,
    );
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
    // counted here: the runner's own count would set the job aside without a word to anybody
    return isOver ? undefined : { waitUntil: new Date(ctx.now().getTime() + waitMs) };
  },
};

function describe(error: AppError): string {
  const details = error.details === undefined ? '' : ` ${JSON.stringify(error.details)}`;
  return `${error.name === 'AppError' ? error.code : error.name}${details}`.slice(0, 200);
}

async function gather(
  db: Queryable,
  userId: string,
  orderId: string,
  reportId: string,
): Promise<ShippingReport & { platform: Platform }> {
  const [row] = await db.query<
    Omit<ShippingReport, 'maskedPhone' | 'itemText'> & { platform: Platform; phone: string; titles: string }
  >(
    sql`select p.platform, p.app_id as "appId", p.trade_no as "tradeNo", p.platform_trade_no as "platformTradeNo",
        (select i.open_id from identities i where i.user_id = p.user_id and i.platform = p.platform
          and i.app_id = p.app_id order by i.created_at desc limit 1) as "openId",
        o.fulfilment, o.address ->> 'phone' as phone, coalesce(o.shipped_at, o.done_at, r.created_at) as "shippedAt",
        coalesce((select jsonb_agg(jsonb_build_object('carrier', s.carrier, 'trackingNo', s.tracking_no)
          order by s.shipment_id) from shipments s where s.user_id = o.user_id and s.order_id = o.order_id), '[]') as parcels,
        (select string_agg(l.title || '×' || l.quantity, '、' order by l.line_id) from order_lines l
          where l.user_id = o.user_id and l.order_id = o.order_id) as titles
      from shipping_reports r join payments p on p.user_id = r.user_id and p.payment_id = r.payment_id
      join orders o on o.user_id = r.user_id and o.order_id = r.order_id
      where r.user_id = ${userId} and r.report_id = ${reportId} and r.order_id = ${orderId}`,
  );
  const { phone, titles, ...rest } = row!;
  return { ...rest, itemText: [...titles].slice(0, MAX_TEXT).join(''), maskedPhone: maskPhone(phone) };
}

interface ListedRow extends Omit<ReportRow, 'createdAt' | 'toldAt'> {
  createdAt: Date;
  toldAt: Date | null;
}

const COLUMNS = `report_id as id, order_id as "orderId", platform, state, tries, note, created_at as "createdAt",
  told_at as "toldAt"`;

const toRow = ({ createdAt, toldAt, ...row }: ListedRow): ReportRow => ({
  ...row,
  createdAt: createdAt.toISOString(),
  toldAt: toldAt?.toISOString() ?? null,
});

/** What platforms were told, and what they did not take, newest first. */
export async function listShippingReports(
  db: Queryable,
  { state, limit, cursor }: { state?: ReportRow['state']; limit: number; cursor?: string },
): Promise<{ items: ReportRow[]; nextCursor: string | null }> {
  const rows = await db.query<ListedRow>({
    text: `select ${COLUMNS} from shipping_reports where ($1::text is null or state = $1)
      and ($2::bigint is null or report_id < $2) order by report_id desc limit $3`,
    values: [state ?? null, cursor ?? null, limit + 1],
  });
  return newestFirst(rows.map(toRow), limit);
}

/** Tells it once more; one that was told stays as it is. Throws `not_found`. */
export async function retryShippingReport(
  ctx: Context,
  reportId: string,
): Promise<{ before: ReportRow; after: ReportRow }> {
  const read = async () => {
    const text = `select ${COLUMNS}, user_id as "userId" from shipping_reports where report_id = $1`;
    const [row] = await ctx.db.query<ListedRow & { userId: string }>({ text, values: [reportId] });
    if (!row) throw new AppError('not_found');
    const { userId, ...listed } = row;
    return { userId, listed: toRow(listed) };
  };
  const { userId, listed: before } = await read();
  const [again] = await ctx.db.query(
    sql`update shipping_reports set state = 'waiting', tries = 0
      where user_id = ${userId} and report_id = ${reportId} and state = 'failed' returning report_id`,
  );
  if (again) await enqueue(ctx, ctx.db, { topic: REPORT_SHIPPING, payload: { userId, reportId } });
  return { before, after: (await read()).listed };
}
