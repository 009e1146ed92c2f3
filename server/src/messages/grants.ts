import {
  MESSAGE_MOMENTS,
  MOST_ASKED,
  type MessageKind,
  type MessageMoment,
  type MessagePlatform,
} from '@jishi/contract/plain/messages';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { claimKey } from '../idempotency';

/** Yeses of one person to one template that are kept; a phone may claim any number. */
const MOST_OPEN = 20;

/** The templates to ask for at a moment in the app of this session, the most important first. */
export async function templatesFor(
  db: Queryable,
  { platform, appId, openId }: SessionRow,
  moment: MessageMoment,
): Promise<{ templateId: string; kind: MessageKind }[]> {
  // nobody can be written to who has not logged in there
  if (platform === 'h5' || openId === null) return [];
  const kinds: readonly string[] = MESSAGE_MOMENTS[moment];
  const rows = await db.query<{ templateId: string; kind: MessageKind }>(
    sql`select template_id as "templateId", kind from message_templates
      where platform = ${platform} and app_id = ${appId} and kind = any(${kinds}::text[]) and is_active
      order by array_position(${kinds}::text[], kind)`,
  );
  return rows.slice(0, MOST_ASKED[platform as MessagePlatform]);
}

/**
 * Notes what a person said yes to: one message each. Templates that are not ours, or of another app, count for nothing.
 * The same key again adds nothing. Throws `idempotency_conflict`.
 */
export function addGrants(
  ctx: Context,
  { userId, platform, appId, openId }: SessionRow,
  key: string,
  accepted: readonly string[],
): Promise<{ added: number }> {
  return ctx.db.tx(async (tx) => {
    const known = await claimKey<{ added: number }>(tx, { userId, key, route: 'addGrants', body: { accepted } });
    if (known) return known;
    const ids = accepted.map(() => ctx.makeId());
    const rows = await tx.query(
      sql`insert into message_grants (user_id, grant_id, platform, app_id, open_id, kind, template_id, state, created_at)
        select ${userId}::bigint, a.grant_id, t.platform, t.app_id, ${openId}::text, t.kind, t.template_id, 'open',
          ${ctx.now()}::timestamptz
        from unnest(${accepted}::text[], ${ids}::bigint[]) as a(template_id, grant_id)
        join message_templates t on t.platform = ${platform} and t.app_id = ${appId} and t.template_id = a.template_id
        where ${openId}::text is not null and (
          select count(*) from message_grants g where g.user_id = ${userId} and g.kind = t.kind and g.state = 'open'
            and g.platform = t.platform and g.app_id = t.app_id and g.template_id = t.template_id
        ) < ${MOST_OPEN}::int
        returning grant_id`,
    );
    const answer = { added: rows.length };
    await tx.query(
      sql`update idempotency_keys set response = ${JSON.stringify(answer)}::jsonb where user_id = ${userId} and key = ${key}`,
    );
    return answer;
  });
}
