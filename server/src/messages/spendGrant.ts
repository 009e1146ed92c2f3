import { MARKETING_KINDS, type MessageKind, type MessagePlatform } from '@jishi/contract/plain/messages';
import { dayOf, startOf } from '../beijing';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { Facts } from './writeFacts';

/** A message that may go now, with the grant that was spent for it. */
export interface Spent {
  userId: string;
  messageId: string;
  kind: MessageKind;
  grantId: string;
  platform: MessagePlatform;
  appId: string;
  openId: string;
  templateId: string;
  fields: Record<string, string>;
  facts: Facts;
  page: string;
}

export interface WaitingMessage {
  userId: string;
  messageId: string;
  kind: MessageKind;
  ref: string;
  platform: string | null;
  appId: string | null;
  facts: Facts;
  page: string;
}

/**
 * Spends a grant of the person for a waiting message, before it is sent: whoever dies in between never sends twice.
 * The app of the order first, then the one the person used last. `ungranted`: there is no grant; `capped`: enough for today.
 */
export async function spendGrant(
  ctx: Context,
  tx: Tx,
  message: WaitingMessage,
): Promise<Spent | 'ungranted' | 'capped'> {
  const { userId, messageId, kind, facts, page } = message;
  if (MARKETING_KINDS.includes(kind) && (await isCapped(ctx, tx, userId))) return 'capped';
  const [grant] = await tx.query<Omit<Spent, 'userId' | 'messageId' | 'kind' | 'facts' | 'page'>>(
    sql`select g.grant_id as "grantId", g.platform, g.app_id as "appId", g.open_id as "openId",
        g.template_id as "templateId", t.fields
      from message_grants g
      join message_templates t on t.platform = g.platform and t.app_id = g.app_id and t.kind = g.kind
        and t.template_id = g.template_id and t.is_active
      join identities i on i.platform = g.platform and i.app_id = g.app_id and i.open_id = g.open_id
        and i.user_id = g.user_id
      where g.user_id = ${userId} and g.kind = ${kind} and g.state = 'open'
      order by (g.platform = ${message.platform}::text and g.app_id = ${message.appId}::text) is true desc,
        (select max(s.created_at) from sessions s where s.user_id = g.user_id and s.platform = g.platform
          and s.app_id = g.app_id) desc nulls last, g.grant_id
      limit 1 for update of g`,
  );
  if (!grant) return 'ungranted';
  const now = ctx.now();
  await tx.query(
    sql`update message_grants set state = 'spent', message_id = ${messageId}, settled_at = ${now}
      where user_id = ${userId} and grant_id = ${grant.grantId}`,
  );
  await tx.query(
    sql`update message_log set state = 'sending', platform = ${grant.platform}, app_id = ${grant.appId},
        template_id = ${grant.templateId}, grant_id = ${grant.grantId}, sent_at = ${now}
      where user_id = ${userId} and message_id = ${messageId}`,
  );
  return { ...grant, userId, messageId, kind, facts, page };
}

/** The person's row is locked: two messages at once do not both count themselves the last. */
async function isCapped(ctx: Context, tx: Tx, userId: string): Promise<boolean> {
  await tx.query(sql`select 1 from users where user_id = ${userId} for update`);
  const [row] = await tx.query<{ n: number }>(
    sql`select count(*)::int as n from message_log
      where user_id = ${userId} and sent_at >= ${startOf(dayOf(ctx.now()))} and kind = any(${MARKETING_KINDS}::text[])
        and state in ('sending', 'sent', 'lost')`,
  );
  return row!.n >= ctx.env.MARKETING_PER_DAY;
}
