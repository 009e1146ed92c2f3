import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { Unit } from './entries';

interface Open {
  unit: Unit;
  account: 'available' | 'frozen';
  lotId: string;
  amount: number;
}

interface Side {
  kind: 'merge_out' | 'merge_in';
  originUserId: string;
  sign: 1 | -1;
}

/**
 * After the rows of a ledger came from one number to another: a pair of entries says how much came with them. What
 * happened under the old number then sums to nothing, and all that is there is the new one's; lots keep their expiry.
 * Again, it notes what came late and nothing else.
 */
export async function moveLedger(ctx: Context, tx: Tx, { from, into }: { from: string; into: string }): Promise<void> {
  const open = await readOpen(tx, from, into);
  if (open.length === 0) return;
  const sides: Side[] = [
    { kind: 'merge_out', originUserId: from, sign: -1 },
    { kind: 'merge_in', originUserId: into, sign: 1 },
  ];
  const units = [...new Set(open.map(({ unit }) => unit))];
  const entries = units.flatMap((unit) =>
    sides.map((side) =>
      entryOf(
        ctx.makeId(),
        side,
        open.filter((row) => row.unit === unit),
      ),
    ),
  );
  const transfers = JSON.stringify(entries.map(({ postings: _, ...transfer }) => transfer));
  const postings = JSON.stringify(entries.flatMap((entry) => entry.postings));
  await tx.query(
    sql`with posted as (
        insert into ledger_postings (user_id, transfer_id, posting_no, account, lot_id, amount)
        select ${into}::bigint, p."transferId", p.no, p.account, p."lotId", p.amount
        from jsonb_to_recordset(${postings}::jsonb) as p("transferId" bigint, no int, account text, "lotId" bigint,
          amount bigint)
      )
      insert into ledger_transfers (user_id, transfer_id, unit, kind, ref, reason, amount, delta, origin_user_id, created_at)
      select ${into}::bigint, t."transferId", t.unit, t.kind, t."transferId"::text, '两个账号合为一个', t.amount, 0,
        t."originUserId", ${ctx.now()}::timestamptz
      from jsonb_to_recordset(${transfers}::jsonb) as t("transferId" bigint, unit text, kind text, "originUserId" bigint,
        amount bigint)`,
  );
}

async function readOpen(tx: Tx, from: string, into: string): Promise<Open[]> {
  const rows = await tx.query<Omit<Open, 'amount'> & { amount: string }>(
    sql`select t.unit, p.account, p.lot_id as "lotId", sum(p.amount)::bigint as amount
      from ledger_transfers t join ledger_postings p on p.user_id = t.user_id and p.transfer_id = t.transfer_id
      where t.user_id = ${into} and t.origin_user_id = ${from} and p.account in ('available', 'frozen')
      group by t.unit, p.account, p.lot_id having sum(p.amount) <> 0`,
  );
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

function entryOf(transferId: string, { sign, ...side }: Side, open: readonly Open[]) {
  return {
    ...side,
    transferId,
    unit: open[0]!.unit,
    amount: open.reduce((total, row) => total + row.amount, 0),
    postings: open.flatMap(({ account, lotId, amount }, nth) => [
      { transferId, no: nth * 2, lotId, account, amount: sign * amount },
      { transferId, no: nth * 2 + 1, lotId, account: 'moved', amount: -sign * amount },
    ]),
  };
}
