import type { z } from 'zod';
import type { AdminMessage } from '@jishi/contract/admin/messages';
import type { MessageKind, MessageState } from '@jishi/contract/plain/messages';
import { newestFirst } from '../adminPage';
import { sql, type Queryable } from '../db/db';

type MessageBody = z.output<typeof AdminMessage>;
type Row = Omit<MessageBody, 'createdAt' | 'sentAt'> & { createdAt: Date; sentAt: Date | null };

/** What was sent and what was not, newest first; nothing of what it said. */
export async function listMessages(
  db: Queryable,
  { state, kind, limit, cursor }: { state?: MessageState; kind?: MessageKind; limit: number; cursor?: string },
): Promise<{ items: MessageBody[]; nextCursor: string | null }> {
  const rows = await db.query<Row>(
    sql`select message_id as id, user_id as "userId", kind, state, case when platform <> 'h5' then platform end as platform,
        template_id as "templateId", note, created_at as "createdAt", sent_at as "sentAt"
      from message_log
      where (${state ?? null}::text is null or state = ${state ?? null}::text)
        and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
        and (${cursor ?? null}::bigint is null or message_id < ${cursor ?? null}::bigint)
      order by message_id desc limit ${limit + 1}::int`,
  );
  const items = rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }));
  return newestFirst(items, limit);
}
