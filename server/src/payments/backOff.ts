import type { Context } from '../context';
import { AppError } from '../errors';

const LONGEST_MS = 3_600_000;

/**
 * When to ask again: `firstMs` after the first try, then twice as long each time. After an hour's wait it begins anew: the
 * tries are forgotten, or one error after days of patience would be one too many and set the job aside.
 */
export function nextTry(ctx: Pick<Context, 'now'>, attempt: number, firstMs: number): Date | { waitUntil: Date } {
  const waitMs = firstMs * 2 ** Math.min(attempt - 1, 20);
  const at = new Date(ctx.now().getTime() + Math.min(waitMs, LONGEST_MS));
  return waitMs < LONGEST_MS ? at : { waitUntil: at };
}

/**
 * Null when the platform did not answer: the caller asks again later. As an error it would end the job for ever after
 * some tries, and money would wait for a person because a platform was away for a night.
 */
export async function unlessAway<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === 'platform_unavailable') return null;
    throw error;
  }
}
