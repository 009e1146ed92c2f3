import type { Context } from '../context';
import { drawSlot } from './drawSlot';
import { issueSlots } from './tillSlots';

/** What the phone shows at the till, for this minute and the next five. Throws `not_found` for whoever has no card. */
export async function readTillCode(ctx: Context, userId: string) {
  const slots = await issueSlots(ctx, userId);
  return {
    slots: slots.map(({ code, from, to }) => ({
      code,
      from: from.toISOString(),
      to: to.toISOString(),
      ...drawSlot(code),
    })),
    now: ctx.now().toISOString(),
  };
}
