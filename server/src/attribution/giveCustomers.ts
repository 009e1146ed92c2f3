import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { handOver } from './handOver';

interface Wish {
  fromEmployeeId: string;
  toEmployeeId: string | null;
  userIds?: readonly string[];
}

/**
 * Hands over for whoever may: a store manager only between those who work in their stores. Throws `not_found` for others,
 * and what handing over throws.
 */
export async function giveCustomers(
  ctx: Context,
  actor: Pick<Actor, 'employeeId' | 'storeIds'>,
  { fromEmployeeId: from, toEmployeeId: to, userIds }: Wish,
): Promise<{ customers: number; codes: number }> {
  if (actor.storeIds !== null) {
    const wanted = to === null ? [from] : [from, to];
    const near = await ctx.db.query<{ id: string }>(
      sql`select distinct employee_id as id from employee_stores
        where employee_id = any(${wanted}::bigint[]) and store_id = any(${actor.storeIds}::bigint[])`,
    );
    if (wanted.some((id) => !near.some((row) => row.id === id))) throw new AppError('not_found', { what: 'employee' });
  }
  return ctx.db.tx((tx) => handOver(ctx, tx, { from, to, userIds: userIds ?? 'all', by: actor.employeeId }));
}
