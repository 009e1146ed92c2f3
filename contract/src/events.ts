import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Time } from './schema';

/** The envelope of every event. Names and properties come with the events catalogue; this is what never changes. */
export const EventEnvelope = z.object({
  /** Made on the phone; the same id is stored once. */
  id: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/),
  name: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  /** The phone's clock, which may be wrong; the server keeps its own beside it. */
  at: Time.regex(/^(19|20|21)/),
  properties: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])).default({}),
});

export const eventRoutes = defineRoutes({
  'POST /api/events': {
    summary: '上报事件，可重复上报',
    access: 'session',
    body: z.object({ items: z.array(EventEnvelope).min(1).max(50) }),
    ok: z.object({ accepted: z.int() }),
    errors: [],
  },
});
