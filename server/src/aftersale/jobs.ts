import type { Context } from '../context';
import type { Tx } from '../db/db';
import type { JobHandlers } from '../jobs';
import { approve } from './answer';
import { lockAftersale, type LockedAftersale } from './moveAftersale';
import { receive, withdraw } from './returnGoods';
import { noteRefund } from './sendMoney';
import { AFTERSALE_DUE, AFTERSALE_REFUNDED } from './topics';

export const aftersaleJobs: JobHandlers = {
  /** A time limit is over. Whoever acted in time has left the state, or moved its end. */
  [AFTERSALE_DUE]: (ctx, { userId, aftersaleId, state }) =>
    ctx.db.tx(async (tx) => {
      const aftersale = await lockAftersale(tx, userId!, aftersaleId!);
      const isDue = aftersale.state === state && aftersale.dueAt !== null && aftersale.dueAt <= ctx.now();
      if (isDue) await endByItself(ctx, tx, aftersale);
    }),

  [AFTERSALE_REFUNDED]: (ctx, { userId, aftersaleId, refundId, state }) =>
    ctx.db.tx(async (tx) => {
      const aftersale = await lockAftersale(tx, userId!, aftersaleId!);
      await noteRefund(ctx, tx, aftersale, { refundId: refundId!, state: state! });
    }),
};

/** Goods that have left the shop are not paid back because nobody answered: such a request is overdue, and waits. */
async function endByItself(ctx: Context, tx: Tx, aftersale: LockedAftersale): Promise<void> {
  const by = { actor: 'clock' } as const;
  if (aftersale.state === 'requested' && aftersale.orderState === 'paid') await approve(ctx, tx, aftersale, by);
  else if (aftersale.state === 'approved') await withdraw(ctx, tx, aftersale, by);
  // nobody has looked at the goods, so none go on the shelf
  else if (aftersale.state === 'returning') await receive(ctx, tx, aftersale, [], by);
}
