import { z } from 'zod';
import { TODO_KINDS } from '../plain/board';
import { ROLES } from '../plain/roles';
import { Fen, PlatformName, Time } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

/** Orders and sales count from the moment of the payment, refunds from the moment the money went back. */
const Figures = z.object({
  orders: z.int(),
  salesFen: Fen,
  refundFen: Fen,
  /** Null for those who see only some stores: a visit belongs to none. */
  visits: z.int().nullable(),
});

const Hour = Figures.pick({ orders: true, salesFen: true, visits: true });

/** Days are Beijing's. */
export const Board = z.object({
  at: Time,
  today: Figures,
  /** Yesterday until the same time of the day. */
  yesterday: Figures,
  /** The same for each platform that has any. */
  platforms: z.array(z.object({ platform: PlatformName, today: Figures, yesterday: Figures })),
  /** Hour by hour from midnight; today's end with the present hour. */
  hours: z.object({ today: z.array(Hour), yesterday: z.array(Hour) }),
  /** What waits for the caller's role, what is late first; only what there is. */
  todos: z.array(
    z.object({
      kind: z.enum(TODO_KINDS),
      count: z.int(),
      /** Of them, what should have been done by now. */
      lateCount: z.int(),
      /** Since when the first of the late ones is late. */
      lateSince: Time.nullable(),
    }),
  ),
});

export const adminBoardRoutes = defineAdminRoutes({
  'GET /admin/board': {
    summary: '今日经营：与昨天同一时刻比，按平台和小时；待处理的事。店长和店员只算自己门店的自提单',
    roles: ROLES,
    ok: Board,
    errors: [],
  },
});
