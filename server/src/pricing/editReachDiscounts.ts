import type { z } from 'zod';
import type { AdminReachDiscount, ReachDiscountInput } from '@jishi/contract/admin/reachDiscounts';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';

type Discount = z.output<typeof AdminReachDiscount>;

interface Row {
  id: string;
  label: string;
  fromFen: string;
  offFen: string;
  startsAt: Date | null;
  endsAt: Date | null;
  isActive: boolean;
}

function toDiscount({ isActive, startsAt, endsAt, ...row }: Row, now: Date): Discount {
  const isOver = !isActive || (endsAt !== null && endsAt <= now);
  const isEarly = startsAt !== null && startsAt > now;
  return {
    ...row,
    fromFen: Number(row.fromFen),
    offFen: Number(row.offFen),
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    state: isOver ? 'ended' : isEarly ? 'scheduled' : 'running',
  };
}

/** All of them, those that are over too, oldest first. */
export async function listReachDiscounts(ctx: Context): Promise<Discount[]> {
  const rows = await ctx.db.query<Row>(
    sql`select discount_id as id, label, from_fen as "fromFen", off_fen as "offFen", starts_at as "startsAt",
        ends_at as "endsAt", is_active as "isActive"
      from reach_discounts order by discount_id`,
  );
  return rows.map((row) => toDiscount(row, ctx.now()));
}

/** Throws `not_found`. */
async function getReachDiscount(ctx: Context, discountId: string): Promise<Discount> {
  const found = (await listReachDiscounts(ctx)).find(({ id }) => id === discountId);
  if (!found) throw new AppError('not_found');
  return found;
}

/** Makes a discount, or replaces the one with this id. Throws `not_found`, `conflict` for one that is over. */
export async function saveReachDiscount(
  ctx: Context,
  discountId: string | null,
  { label, fromFen, offFen, startsAt, endsAt }: z.output<typeof ReachDiscountInput>,
): Promise<{ before: Discount | null; after: Discount }> {
  const before = discountId === null ? null : await getReachDiscount(ctx, discountId);
  if (before?.state === 'ended') throw new AppError('conflict', { reason: 'ended' });
  const id = discountId ?? ctx.makeId();
  await ctx.db.query(
    sql`insert into reach_discounts (discount_id, label, from_fen, off_fen, starts_at, ends_at)
      values (${id}, ${label}, ${fromFen}, ${offFen}, ${asDate(startsAt)}, ${asDate(endsAt)})
      on conflict (discount_id) do update set label = excluded.label, from_fen = excluded.from_fen,
        off_fen = excluded.off_fen, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
  );
  return { before, after: await getReachDiscount(ctx, id) };
}

/** From now on nothing is taken off any more. Ending again changes nothing. Throws `not_found`. */
export async function endReachDiscount(
  ctx: Context,
  discountId: string,
): Promise<{ before: Discount; after: Discount }> {
  const before = await getReachDiscount(ctx, discountId);
  if (before.state !== 'ended') {
    await ctx.db.query(
      sql`update reach_discounts set is_active = false, ends_at = ${ctx.now()} where discount_id = ${discountId}`,
    );
  }
  return { before, after: await getReachDiscount(ctx, discountId) };
}

const asDate = (time: string | null) => (time === null ? null : new Date(time));
