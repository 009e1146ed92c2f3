import type { z } from 'zod';
import type { StatementLine } from '@jishi/contract/points';
import type { Queryable } from '../db/db';
import { listTransfers, type StatementQuery } from '../ledger/listTransfers';

type LineBody = z.output<typeof StatementLine>;

/** A person's statement as it is told, from new to old. */
export async function listStatement(
  db: Queryable,
  query: StatementQuery,
): Promise<{ items: LineBody[]; nextCursor: string | null }> {
  const { items, nextCursor } = await listTransfers(db, query);
  return {
    items: items.map(({ id, kind, reason, delta, balance, at }) => ({
      id,
      kind,
      reason,
      delta,
      balance,
      at: at.toISOString(),
    })),
    nextCursor,
  };
}
