import { GRACE_DAYS, type Benefits, type LevelMove } from '@jishi/contract/plain/members';
import { sql, type Queryable } from '../db/db';

export interface Level {
  id: string;
  rank: number;
  name: string;
  fromGrowth: number;
  benefits: Benefits;
}

/** The lowest first; never none. */
export async function readLevels(db: Queryable): Promise<Level[]> {
  const rows = await db.query<Level & { fromGrowth: string }>(
    sql.named('members.levels')`select level_id as id, rank, name, from_growth as "fromGrowth", benefits
      from member_levels order by rank`,
  );
  return rows.map((row) => ({ ...row, fromGrowth: Number(row.fromGrowth) }));
}

/** The highest level that so much growth reaches. */
export function levelAt(levels: readonly Level[], growth: number): Level {
  return [...levels].reverse().find(({ fromGrowth }) => fromGrowth <= growth) ?? levels[0]!;
}

export interface Standing {
  levelId: string;
  graceUntil: Date | null;
}

export interface Decision extends Standing {
  kind: Exclude<LevelMove, 'opened'>;
  /** What the level that it is about asks for: the new one's when it rises, else the one that they have. */
  neededGrowth: number;
}

const GRACE_MS = GRACE_DAYS * 86_400_000;

/**
 * What becomes of somebody's level, or null when nothing does. It rises at once, and falls only when the growth has been
 * too little all through a time of grace: to what it is worth on the day on which that ends.
 */
export function decideLevel(
  levels: readonly Level[],
  { levelId, graceUntil }: Standing,
  growth: number,
  now: Date,
): Decision | null {
  const worth = levelAt(levels, growth);
  const has = levels.find(({ id }) => id === levelId) ?? levels[0]!;
  const base = { levelId: has.id, graceUntil: null, neededGrowth: has.fromGrowth };
  if (worth.rank > has.rank) return { kind: 'up', levelId: worth.id, graceUntil: null, neededGrowth: worth.fromGrowth };
  if (worth.rank === has.rank) return graceUntil ? { kind: 'kept', ...base } : null;
  if (graceUntil === null) return { kind: 'grace', ...base, graceUntil: new Date(now.getTime() + GRACE_MS) };
  return now < graceUntil ? null : { kind: 'down', ...base, levelId: worth.id };
}
