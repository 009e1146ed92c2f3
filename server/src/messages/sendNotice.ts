import type { MessageKind } from '@jishi/contract/plain/messages';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { enqueue } from '../jobs';
import { SEND_MESSAGE } from './topics';
import type { Facts } from './writeFacts';

export interface NoticeToSend {
  userId: string;
  kind: MessageKind;
  /** What it is about, `order:12`: with the same kind and ref nothing is said twice. */
  ref: string;
  /** By the words of `MESSAGE_FACTS[kind]`. Fen, and times as UTC text. */
  values: Facts;
  /** The page it opens, with its query, without a leading slash. */
  page: string;
  /** The app that it would best be read in: the order's. */
  via?: { platform: Platform; appId: string };
  /** Not before then; quiet hours hold besides. Now when absent. */
  runAt?: Date;
}

/** Whether any app has a template for it: without one nothing need be gathered. */
export async function isWanted(db: Queryable, kind: MessageKind): Promise<boolean> {
  const rows = await db.query(
    sql.named('messages.wanted')`select 1 from message_templates where kind = ${kind} and is_active limit 1`,
  );
  return rows.length > 0;
}

/**
 * Tells a person something through the super-app where they have allowed it, in the caller's transaction: it is sent
 * if and only if that commits, once, and not in the quiet hours. Does nothing for what was said before, or has no template.
 */
export async function sendNotice(ctx: Context, tx: Tx, notice: NoticeToSend): Promise<void> {
  const { userId, kind, ref, values, page, via, runAt } = notice;
  const [made] = await tx.query<{ messageId: string }>(
    sql.named(
      'messages.add',
    )`insert into message_log (user_id, message_id, kind, ref, state, platform, app_id, facts, page, created_at)
      select ${userId}::bigint, ${ctx.makeId()}::bigint, ${kind}::text, ${ref}::text, 'waiting', ${via?.platform ?? null}::text,
        ${via?.appId ?? null}::text, ${JSON.stringify(values)}::jsonb, ${page}::text, ${ctx.now()}::timestamptz
      where exists (select 1 from message_templates where kind = ${kind} and is_active)
      on conflict (user_id, kind, ref) where state not in ('stale', 'ungranted') do nothing returning message_id as "messageId"`,
  );
  if (!made) return;
  const job = { topic: SEND_MESSAGE, payload: { userId, messageId: made.messageId } };
  await enqueue(ctx, tx, runAt ? { ...job, runAt } : job);
}
