import type { z } from 'zod';
import type { OfferedCoupon } from '@jishi/contract/coupons';
import { dayOf, inBeijing } from '../beijing';
import type { Context } from '../context';
import { refusalFor } from './customer';
import { readCustomer } from './readCustomer';
import { claimState, printed, TEMPLATE_COLUMNS, type TemplateRow } from './template';

type Offered = z.output<typeof OfferedCoupon>;

/** As many as a person scrolls through. */
const MOST = 100;

/** What can be claimed now or soon, newest first; what is gone stays until its claiming is over. */
export async function listOffered(ctx: Context, userId: string): Promise<Offered[]> {
  const now = ctx.now();
  const rows = await ctx.db.query<TemplateRow & { claimed: number }>({
    name: 'coupons.offered',
    text: `select ${TEMPLATE_COLUMNS}, coalesce(c.claimed, 0) as claimed
      from coupon_templates t left join coupon_counts c on c.template_id = t.template_id and c.user_id = $1
      where t.is_public and t.state = 'running' and coalesce(t.claim_until > $2::timestamptz, true)
        and coalesce(t.valid_until > $2::timestamptz, true)
      order by t.template_id desc limit ${MOST}`,
    values: [userId, now],
  });
  if (rows.length === 0) return [];
  const customer = await readCustomer(ctx.db, userId);
  return rows.map((row) => {
    const refusal = refusalFor(row.terms, customer);
    const { state, reason } = offerState(row, refusal, now);
    return {
      id: row.id,
      ...printed(row.name, row.terms),
      validity: validityWords(row),
      claimUntil: row.claimUntil?.toISOString() ?? null,
      givenPercent: row.totalLimit === null ? null : Math.floor((row.givenCount * 100) / row.totalLimit),
      state,
      reason,
    };
  });
}

function offerState(
  row: TemplateRow & { claimed: number },
  refusal: string | null,
  now: Date,
): Pick<Offered, 'state' | 'reason'> {
  if (row.claimed >= row.personLimit) return { state: 'had', reason: '已领取' };
  const state = claimState(row, now);
  if (state === 'gone') return { state, reason: '已领完' };
  if (state === 'early') return { state, reason: `${clock(row.claimFrom!)} 开抢` };
  return refusal === null ? { state: 'open', reason: '' } : { state: 'refused', reason: refusal };
}

function validityWords({ validDays, validFrom, validUntil }: TemplateRow): string {
  if (validDays !== null) return `领取后 ${validDays} 天内有效`;
  return `${validFrom ? `${dayOf(validFrom)} 至 ` : '有效期至 '}${dayOf(validUntil!)}`;
}

/** `11-30 10:00` */
const clock = (at: Date) => inBeijing(at).slice(5, 16).replace('T', ' ');
