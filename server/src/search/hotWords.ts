import type { z } from 'zod';
import type { HotWord } from '@jishi/contract/search';
import { sql, type Queryable, type Tx } from '../db/db';

type Word = z.output<typeof HotWord>;

const MOST = 20;

/** The words to look for that the shop has set, in its order. */
export function listHotWords(db: Queryable): Promise<Word[]> {
  return db.query<Word & Record<string, unknown>>(
    sql.named('search.hot')`select word, badge from hot_words order by position, word limit ${MOST}`,
  );
}

/** Puts these words, in this order, in the place of those before. A word that comes twice counts once. */
export async function saveHotWords(tx: Tx, words: readonly Word[]): Promise<void> {
  const records = words.map(({ word, badge }, position) => ({ word, badge, position }));
  await tx.query(sql`delete from hot_words`);
  await tx.query(
    sql`insert into hot_words (word, badge, position)
      select word, badge, position from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as r(word text, badge text, position int)
      order by position on conflict (word) do nothing`,
  );
}
