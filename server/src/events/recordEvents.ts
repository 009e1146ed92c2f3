import type { z } from 'zod';
import type { EventEnvelope } from '@jishi/contract/events';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql } from '../db/db';

/** Stores events with the server's own clock beside the phone's; an id that is known is skipped. Answers how many were new. */
export async function recordEvents(
  ctx: Context,
  { userId, visitId }: SessionRow,
  events: readonly z.output<typeof EventEnvelope>[],
): Promise<number> {
  const stored = await ctx.db.query(
    sql`insert into events (user_id, event_id, visit_id, name, properties, client_at, received_at)
      select ${userId}::bigint, e.id, ${visitId}::bigint, e.name, e.properties, e.at, ${ctx.now()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id text, name text, properties jsonb, at timestamptz)
      on conflict (user_id, event_id) do nothing returning event_id`,
  );
  return stored.length;
}
