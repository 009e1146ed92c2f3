import type { eventRoutes } from '@jishi/contract/events';
import { sql } from '../db/db';
import type { Handlers } from '../http';

export const eventHandlers: Handlers<typeof eventRoutes> = {
  'POST /api/events': async (ctx, { body, session }) => {
    const accepted = await ctx.db.query(
      sql`insert into events (user_id, event_id, visit_id, name, properties, client_at, received_at)
        select ${session.userId}::bigint, e.id, ${session.visitId}::bigint, e.name, e.properties, e.at, ${ctx.now()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(body.items)}::jsonb) as e(id text, name text, properties jsonb, at timestamptz)
        on conflict (user_id, event_id) do nothing returning event_id`,
    );
    return { accepted: accepted.length };
  },
};
