import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { MemberLevel } from './members';
import { Time } from './schema';

/** Whom a till has before it: enough to greet them and to reckon, not enough to call them. */
export const TillMember = z.object({
  cardNo: z.string(),
  maskedPhone: z.string(),
  level: MemberLevel.omit({ id: true, fromGrowth: true }),
  /** Of 1,000 fen so many are paid; null: the shop's price. For a cash desk that reckons itself. */
  memberPricePermille: z.int().nullable(),
  points: z.int(),
  openedAt: Time,
});

export const tillRoutes = defineRoutes({
  'POST /api/till/lookups': {
    summary:
      '收银：认一次顾客出示的会员码。每个码只能用一次，过时不认；details.reason 说为什么：unknown、early、late、used',
    access: 'till',
    body: z.object({ code: z.string().regex(/^\d{16}$/) }),
    ok: TillMember,
    errors: ['forbidden', 'till_code_refused', 'rate_limited'],
  },
});
