import type { LevelMove } from '@jishi/contract/plain/members';
import { inBeijing } from '../beijing';
import { sql, type Queryable } from '../db/db';
import { readLevels } from './levels';

interface MoveRow {
  id: string;
  kind: LevelMove;
  fromLevelId: string | null;
  toLevelId: string;
  growth: string;
  neededGrowth: string;
  graceUntil: Date | null;
  at: Date;
}

/** What happened to a person's level, each with its reason in words, the last first. */
export async function listLevelMoves(
  db: Queryable,
  userId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const before = /^[1-9]\d{0,17}$/.test(cursor ?? '') ? cursor! : null;
  const names = new Map((await readLevels(db)).map(({ id, name }) => [id, name]));
  const rows = await db.query<MoveRow>(
    sql.named('members.moves')`select move_id as id, kind, from_level_id as "fromLevelId", to_level_id as "toLevelId",
        growth, needed_growth as "neededGrowth", grace_until as "graceUntil", created_at as at
      from member_level_moves
      where user_id = ${userId} and (${before}::bigint is null or move_id < ${before}::bigint)
      order by move_id desc limit ${limit + 1}`,
  );
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    kind: row.kind,
    words: sayMove(row, (id) => (id && names.get(id)) ?? '原来的等级'),
    at: row.at.toISOString(),
  }));
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}

function sayMove(
  { kind, fromLevelId, toLevelId, growth, neededGrowth, graceUntil }: MoveRow,
  name: (id: string | null) => string,
): string {
  const has = `近一年成长值 ${growth}`;
  switch (kind) {
    case 'opened':
      return `开卡，从${name(toLevelId)}开始`;
    case 'up':
      return `${has}，达到${name(toLevelId)}的 ${neededGrowth}，升为${name(toLevelId)}`;
    case 'grace':
      return `${has}，不到${name(toLevelId)}的 ${neededGrowth}；${dayWords(graceUntil!)}前达到就保留`;
    case 'kept':
      return `${has}，又达到了${name(toLevelId)}的 ${neededGrowth}，等级保留`;
    case 'down':
      return `${has}，宽限期里没有回到${name(fromLevelId)}的 ${neededGrowth}，降为${name(toLevelId)}`;
  }
}

function dayWords(at: Date): string {
  const [, month, day] = inBeijing(at).slice(0, 10).split('-').map(Number);
  return `${month} 月 ${day} 日`;
}
