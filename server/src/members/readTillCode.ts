import type { Context } from '../context';
import { drawSlot } from './drawSlot';
import { issueSlots } from './tillSlots';

/** What the phone shows at the till, for this minute and the next five. Throws `not_found` for whoever has no card. */
export async function readTillCode(ctx: Context, userId: string) {
  const slots = (await issueSlots(ctx, userId)).map(async ({ code, from, to }) => ({
    code,
    from: from.toISOString(),
    to: to.toISOString(),
    ...(await drawSlot(code)),
  }));
  return { slots: await Promise.all(slots), now: ctx.now().toISOString() };
}
