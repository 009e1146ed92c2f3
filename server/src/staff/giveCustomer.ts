import { handOver } from '../attribution/handOver';
import type { Context } from '../context';
import { AppError } from '../errors';
import { getCustomer, listColleagues } from './customers';
import type { Guide } from './guideOf';

/** To somebody who works in the same store. Throws `not_found` for anybody else, and for another guide’s customer. */
export async function giveCustomer(ctx: Context, guide: Guide, customerId: string, employeeId: string): Promise<void> {
  await getCustomer(ctx, guide, customerId);
  const { items } = await listColleagues(ctx, guide);
  if (!items.some(({ id }) => id === employeeId)) throw new AppError('not_found', { what: 'employee' });
  await ctx.db.tx((tx) =>
    handOver(ctx, tx, { from: guide.employeeId, to: employeeId, userIds: [customerId], by: guide.employeeId }),
  );
}
