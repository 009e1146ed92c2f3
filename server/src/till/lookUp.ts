import type { z } from 'zod';
import { sayBenefits } from '@jishi/contract/plain/members';
import type { TillMember } from '@jishi/contract/till';
import type { Context } from '../context';
import { AppError } from '../errors';
import { takeSlot, type Taker } from '../members/tillSlots';
import { readTillMember } from './readTillMember';
import { countTry, forgetTry } from './tries';

/**
 * Takes a member's code, once, and says whose card it is. Throws `till_code_refused` with `{ reason }`, and `rate_limited`
 * (details: `retryAt`) after too many that were none.
 */
export async function lookUp(ctx: Context, taker: Taker, code: string): Promise<z.output<typeof TillMember>> {
  const source = taker.keyId ? `key ${taker.keyId}` : `employee ${taker.employeeId}`;
  await countTry(ctx, source);
  const member = await ctx.db
    .tx(async (tx) => readTillMember(ctx, tx, await takeSlot(ctx, tx, code, taker)))
    .catch(async (error: unknown) => {
      // a code that was one, too late or twice, is no guess
      if (error instanceof AppError && !isGuess(error)) await forgetTry(ctx, source);
      throw error;
    });
  await forgetTry(ctx, source);
  const { name, rank, benefits, ...rest } = member;
  return {
    ...rest,
    level: { name, rank, benefits: sayBenefits(benefits) },
    memberPricePermille: benefits.memberPricePermille ?? null,
  };
}

const isGuess = ({ code, details }: AppError) =>
  code === 'till_code_refused' && (details as { reason: string }).reason === 'unknown';
