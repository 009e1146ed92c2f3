import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { listDueNotices, markTold, unmarkTold, type DueNotice } from '../notices/dueNotices';
import { quietUntil } from './quietHours';
import { isWanted, sendNotice } from './sendNotice';
import type { WaitingMessage } from './spendGrant';

const BATCH = 200;
const WAIT_MS = 60_000;

/** One row for ever; ids that are made are far larger, and `1` is the bills'. */
export const CHECK_ROW = { shard: 0, jobId: '2' };

/**
 * Looks for notices that have come true since prices or stock last changed, and tells those who can be told, in batches.
 * Every write that moves a price, or stock through zero, counts up a revision, so that nobody has to call this. Answers
 * when to look again; not at night, when what is true may not be true in the morning.
 */
export async function checkNotices(ctx: Context): Promise<{ waitUntil: Date }> {
  const now = ctx.now();
  const quiet = quietUntil(ctx.env.QUIET_HOURS, now);
  if (quiet) return { waitUntil: quiet };
  const seen = await readRevisions(ctx.db);
  if (!seen.isNew) return { waitUntil: new Date(now.getTime() + WAIT_MS) };
  for (const kind of ['restock', 'price_drop'] as const) {
    if (!(await isWanted(ctx.db, kind))) continue;
    for (let after = '0'; ;) {
      const due = await listDueNotices(ctx.db, { kind, after, limit: BATCH });
      for (const notice of due) await ctx.db.tx((tx) => tell(ctx, tx, notice));
      if (due.length < BATCH) break;
      after = due.at(-1)!.noticeId;
    }
  }
  await ctx.db.query(sql`update notice_checks set catalogue = ${seen.catalogue}, stock = ${seen.stock}`);
  return { waitUntil: new Date(ctx.now().getTime() + WAIT_MS) };
}

async function readRevisions(db: Queryable): Promise<{ catalogue: string; stock: string; isNew: boolean }> {
  const [row] = await db.query<{ catalogue: string; stock: string; isNew: boolean }>(
    sql`select c.revision as catalogue, s.revision as stock, (c.revision, s.revision) <> (n.catalogue, n.stock) as "isNew"
      from notice_checks n join revisions c on c.scope = 'catalogue' join revisions s on s.scope = 'stock'`,
  );
  return row!;
}

async function tell(ctx: Context, tx: Tx, notice: DueNotice): Promise<void> {
  const { userId, noticeId, kind, productId, askedAt } = notice;
  if (!(await markTold(tx, userId, noticeId, ctx.now()))) return;
  await sendNotice(ctx, tx, {
    userId,
    kind,
    // asked again after it was told, it is another wish
    ref: `notice:${noticeId}:${askedAt.getTime()}`,
    page: `mall/product/index?id=${productId}`,
    values: {
      title: notice.title,
      shopName: ctx.env.SHOP_NAME,
      priceFen: notice.nowFen,
      tip: kind === 'restock' ? '你等的商品到货了' : '你关注的商品降价了',
      ...(kind === 'price_drop' && { wasFen: notice.askedFen }),
    },
  });
}

const noticeOf = (ref: string) => /^notice:(\d+):/.exec(ref)?.[1];

/** What was true when it was written down may be over: sold out again, dearer again, no longer wished for. */
export async function holdsStill(tx: Tx, { userId, kind, ref }: WaitingMessage): Promise<boolean> {
  const noticeId = noticeOf(ref);
  if (noticeId === undefined || (kind !== 'restock' && kind !== 'price_drop')) return true;
  const due = await listDueNotices(tx, { kind, after: '0', limit: 1, only: { userId, noticeId } });
  return due.length > 0;
}

/** A notice whose message did not go: it is told when it comes true the next time. */
export async function tellAgain(tx: Tx, { userId, ref }: WaitingMessage): Promise<void> {
  const noticeId = noticeOf(ref);
  if (noticeId !== undefined) await unmarkTold(tx, userId, noticeId);
}
