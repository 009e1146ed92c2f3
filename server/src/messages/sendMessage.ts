import type { MessageState } from '@jishi/contract/plain/messages';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { MessageOutcome } from '../platform/types';
import { holdsStill, tellAgain } from './checkNotices';
import { quietUntil, startOfTomorrow } from './quietHours';
import { settleMessage } from './settleMessage';
import { spendGrant, type Spent, type WaitingMessage } from './spendGrant';
import { writeFacts } from './writeFacts';

/** Tries that the platform turned away for the moment, before a person has to look. */
const MAX_TRIES = 8;
const FIRST_WAIT_MS = 5 * 60_000;
/** Apps that know of no grant although we do; more than there are. */
const MAX_CHANNELS = 10;

/**
 * Sends a message, at most once: the grant is spent, and the message marked, before the platform is asked; a message that
 * is found marked was asked for by somebody who died, and is `lost`. Answers when to come again.
 */
export async function sendMessage(
  ctx: Context,
  userId: string,
  messageId: string,
  attempt: number,
): Promise<Date | { waitUntil: Date } | undefined> {
  const quiet = quietUntil(ctx.env.QUIET_HOURS, ctx.now());
  if (quiet) return { waitUntil: quiet };
  for (let channel = 0; channel < MAX_CHANNELS; channel++) {
    const next = await ctx.db.tx((tx) => prepare(ctx, tx, userId, messageId));
    if (next === 'over') return undefined;
    if (next === 'capped') {
      const tomorrow = startOfTomorrow(ctx.now());
      return { waitUntil: quietUntil(ctx.env.QUIET_HOURS, tomorrow) ?? tomorrow };
    }
    const outcome = await give(ctx, next, attempt);
    if (outcome === 'later') return new Date(ctx.now().getTime() + FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 6));
    if (outcome === 'over') return undefined;
  }
  return undefined;
}

async function prepare(ctx: Context, tx: Tx, userId: string, messageId: string): Promise<Spent | 'over' | 'capped'> {
  const [message] = await tx.query<WaitingMessage & { state: MessageState }>(
    sql`select user_id as "userId", message_id as "messageId", kind, ref, state, platform, app_id as "appId", facts, page
      from message_log where user_id = ${userId} and message_id = ${messageId} for update`,
  );
  if (!message) return 'over';
  if (message.state === 'sending') await end(tx, message, 'lost', '发送时中断，不知道发没发出');
  if (message.state !== 'waiting') return 'over';
  if (!(await holdsStill(tx, message))) {
    await end(tx, message, 'stale', '已经不是这样了');
    await tellAgain(tx, message);
    return 'over';
  }
  const spent = await spendGrant(ctx, tx, message);
  if (spent !== 'ungranted') return spent;
  await end(tx, message, 'ungranted', '顾客没有（再）同意接收');
  await tellAgain(tx, message);
  return 'over';
}

function end(tx: Tx, { userId, messageId }: WaitingMessage, state: MessageState, note: string): Promise<unknown> {
  return tx.query(
    sql`update message_log set state = ${state}, note = ${note} where user_id = ${userId} and message_id = ${messageId}`,
  );
}

/** `next`: this app knows of no grant, another one may. */
async function give(ctx: Context, spent: Spent, attempt: number): Promise<'over' | 'next' | 'later'> {
  const { platform, appId, openId, templateId, page } = spent;
  const data = writeFacts(platform, spent.kind, spent.fields, spent.facts);
  let outcome: MessageOutcome;
  try {
    outcome = await ctx.platforms[platform].sendMessage({ appId, openId, templateId, page, data });
  } catch (error) {
    await settleMessage(ctx, spent, { state: 'lost', note: `没有回音：${String(error)}`, grant: 'spent' });
    return 'over';
  }
  switch (outcome) {
    case 'sent':
      await settleMessage(ctx, spent, { state: 'sent', note: '', grant: 'spent' });
      return 'over';
    case 'not_granted':
      await settleMessage(ctx, spent, { state: 'waiting', note: '平台说没有授权', grant: 'void_all' });
      return 'next';
    case 'refused':
      await settleMessage(ctx, spent, { state: 'refused', note: '平台不接受这个模板或内容', grant: 'open' });
      return 'over';
    case 'later': {
      const isLast = attempt >= MAX_TRIES;
      const note = '没发出，平台让稍后再试';
      await settleMessage(ctx, spent, { state: isLast ? 'failed' : 'waiting', note, grant: 'open' });
      return isLast ? 'over' : 'later';
    }
    case 'unsupported':
      await settleMessage(ctx, spent, { state: 'failed', note: '这个平台不能发消息', grant: 'open' });
      return 'over';
  }
}
