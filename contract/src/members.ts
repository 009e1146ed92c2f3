import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { BENEFIT_KINDS, LEVEL_MOVES } from './plain/members';
import { Id, PageQuery, Time, pageOf } from './schema';

export const MemberLevel = z.object({
  id: Id,
  rank: z.int(),
  name: z.string(),
  /** Reached within the last 365 days. */
  fromGrowth: z.int(),
  benefits: z.array(z.object({ kind: z.enum(BENEFIT_KINDS), title: z.string(), text: z.string() })),
});

export const MemberCard = z.object({
  cardNo: z.string(),
  openedAt: Time,
  levelId: Id,
  levelSince: Time,
  /** Of the last 365 days. */
  growth: z.int(),
  /** Null at the top. `missing`: growth. */
  next: z.object({ levelId: Id, missing: z.int() }).nullable(),
  /** The growth is no longer that of the level: it falls then, unless it is reached again. */
  graceUntil: Time.nullable(),
});

export const Member = z.object({
  /** Null until it is opened. */
  card: MemberCard.nullable(),
  /** The lowest first. */
  levels: z.array(MemberLevel),
  /** Of the verified number, without which no card is opened. */
  maskedPhone: z.string().nullable(),
});

const LevelMoveShape = z.object({
  id: Id,
  kind: z.enum(LEVEL_MOVES),
  /** What happened and why, in a sentence. */
  words: z.string(),
  at: Time,
});

/** One minute's code: what the till reads, and the same as pictures that need no network (`data:`). */
const TillSlot = z.object({
  code: z.string(),
  from: Time,
  to: Time,
  barcodeUrl: z.string(),
  qrUrl: z.string(),
});

export const memberRoutes = defineRoutes({
  'GET /api/member': {
    summary: '会员卡：等级、成长值、各级权益；还没开卡时 card 是 null',
    access: 'session',
    ok: Member,
    errors: [],
  },
  'POST /api/member': {
    summary: '开卡，要先验证手机号；已经有卡就是那一张，一个人在几个平台上只有一张',
    access: 'session',
    ok: Member,
    errors: ['phone_required'],
  },
  'GET /api/member/level-moves': {
    summary: '等级变过几次、为什么，新的在前',
    access: 'session',
    query: PageQuery,
    ok: pageOf(LevelMoveShape),
    errors: [],
  },
  'GET /api/member/till-code': {
    summary: '结账时出示的会员码：这一分钟和后面五分钟的，每个只能用一次；没有卡就是 not_found',
    access: 'session',
    ok: z.object({ slots: z.array(TillSlot), now: Time }),
    errors: ['not_found'],
  },
});
