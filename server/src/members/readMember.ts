import type { z } from 'zod';
import type { Member } from '@jishi/contract/members';
import { sayBenefits, type Benefits } from '@jishi/contract/plain/members';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { maskPhone } from '../mask';
import { growthOf } from './growth';
import { readLevels, type Level } from './levels';

type MemberBody = z.output<typeof Member>;

interface CardRow {
  cardNo: string;
  openedAt: Date;
  levelId: string;
  levelSince: Date;
  graceUntil: Date | null;
}

/** The person's card, if they have opened one, and what all levels give. */
export async function readMember({ db, now }: Context, userId: string): Promise<MemberBody> {
  const levels = await readLevels(db);
  const [card] = await db.query<CardRow>(
    sql.named('members.card')`select card_no as "cardNo", opened_at as "openedAt", level_id as "levelId",
        level_since as "levelSince", grace_until as "graceUntil"
      from members where user_id = ${userId}`,
  );
  const [phone] = await db.query<{ phone: string }>(
    sql`select phone from phones where user_id = ${userId} order by verified_at desc limit 1`,
  );
  const growth = card ? ((await growthOf(db, [userId], now())).get(userId) ?? 0) : 0;
  return {
    card: card ? describe(card, levels, growth) : null,
    levels: levels.map(({ benefits, ...level }) => ({ ...level, benefits: sayBenefits(benefits) })),
    maskedPhone: phone ? maskPhone(phone.phone) : null,
  };
}

function describe(card: CardRow, levels: readonly Level[], growth: number): MemberBody['card'] {
  const level = levels.find(({ id }) => id === card.levelId) ?? levels[0]!;
  const next = levels.find(({ rank }) => rank > level.rank);
  return {
    cardNo: card.cardNo,
    openedAt: card.openedAt.toISOString(),
    levelId: level.id,
    levelSince: card.levelSince.toISOString(),
    growth,
    next: next ? { levelId: next.id, missing: Math.max(next.fromGrowth - growth, 0) } : null,
    graceUntil: card.graceUntil?.toISOString() ?? null,
  };
}

/** What the person's level gives them now; null for whoever has no card. One statement. */
export async function readBenefits(
  db: Queryable,
  userId: string,
): Promise<{ levelId: string; levelName: string; benefits: Benefits } | null> {
  const [row] = await db.query<{ levelId: string; levelName: string; benefits: Benefits }>(
    sql.named('members.benefits')`select l.level_id as "levelId", l.name as "levelName", l.benefits
      from members m join member_levels l on l.level_id = m.level_id where m.user_id = ${userId}`,
  );
  return row ?? null;
}
