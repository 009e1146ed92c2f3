import type { z } from 'zod';
import { ImportReport, type ImportRun } from '@jishi/contract/admin/imports';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import type { ImportProgress, ImportResult } from './importCatalogue';

type RunContext = Pick<Context, 'db' | 'makeId' | 'now'>;
type RunBody = z.output<typeof ImportRun>;

/** Two that begin at once must not both find nobody at it. */
const LOCK = 7_241_002;
/** Longer than the slowest picture may take. */
const SILENT_MS = 2 * 60_000;
const KEPT_MS = 30 * 24 * 3600_000;

/** Begins an import, for an employee or the command line. Throws `conflict` (details: `ImportRun`) while another one runs. */
export function claimImport(ctx: RunContext, employeeId: string | null): Promise<string> {
  return ctx.db.tx(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${LOCK})`);
    const last = await readLastImport({ ...ctx, db: tx });
    if (last?.state === 'running') throw new AppError('conflict', last, '另一个导入正在进行，请等它结束');
    const [importId, now] = [ctx.makeId(), ctx.now()];
    await tx.query(sql`delete from product_imports where started_at < ${new Date(now.getTime() - KEPT_MS)}`);
    await tx.query(
      sql`insert into product_imports (import_id, employee_id, state, phase, rows, done, total, started_at, heard_at)
        values (${importId}, ${employeeId}, 'running', 'check', 0, 0, 100, ${now}, ${now})`,
    );
    return importId;
  });
}

/** Writes down how far an import is: the newest, one write at a time, without keeping the import waiting. */
export function noteProgress({ db, now }: RunContext, importId: string): (progress: ImportProgress) => void {
  let newest: ImportProgress | null = null;
  let isWriting = false;
  const write = async () => {
    isWriting = true;
    try {
      while (newest) {
        const { phase, rows, done, total } = newest;
        newest = null;
        await db.query(
          sql`update product_imports set phase = ${phase}, rows = ${rows}, done = ${done}, total = ${total},
              heard_at = ${now()} where import_id = ${importId} and state = 'running'`,
        );
      }
    } finally {
      isWriting = false;
    }
  };
  return (progress) => {
    newest = progress;
    // progress that could not be noted is no reason to give up the import
    if (!isWriting) void write().catch(() => undefined);
  };
}

/** Writes down how an import ended. `error`: something broke, nothing was written. */
export async function endImport(
  db: Queryable,
  now: Date,
  importId: string,
  end: ImportResult | { error: unknown },
): Promise<void> {
  const [state, rows, outcome, lastError] =
    'error' in end
      ? ['failed', null, null, String(end.error).slice(0, 500)]
      : [end.isImported ? 'done' : 'refused', end.rows, JSON.stringify(end), null];
  // progress is noted beside the import, and may come too late to be taken
  await db.query(
    sql`update product_imports set state = ${state}, rows = coalesce(${rows}::int, rows), outcome = ${outcome}::jsonb,
        last_error = ${lastError}, ended_at = ${now} where import_id = ${importId}`,
  );
}

type Row = Omit<RunBody, 'startedAt' | 'endedAt' | 'report' | 'faults' | 'faultCount'> & {
  outcome: ImportResult | null;
  startedAt: Date;
  heardAt: Date;
  endedAt: Date | null;
};

/** The import that runs, or the last one; null when there was none. */
export async function readLastImport({ db, now }: { db: Queryable; now(): Date }): Promise<RunBody | null> {
  const [row] = await db.query<Row>(
    sql`select i.import_id as id, i.state, i.phase, i.rows, i.done, i.total, i.outcome, e.name as "startedBy",
        i.started_at as "startedAt", i.heard_at as "heardAt", i.ended_at as "endedAt"
      from product_imports i left join employees e on e.employee_id = i.employee_id
      order by i.import_id desc limit 1`,
  );
  if (!row) return null;
  const { outcome, startedAt, heardAt, endedAt, ...run } = row;
  const isSilent = run.state === 'running' && now().getTime() - heardAt.getTime() > SILENT_MS;
  const refused = outcome && !outcome.isImported ? outcome : { faults: [], faultCount: 0 };
  return {
    ...run,
    state: isSilent ? 'failed' : run.state,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    // an answer that may be null is written out strictly: what the contract does not name stays behind
    report: outcome?.isImported ? ImportReport.parse(outcome) : null,
    faults: refused.faults,
    faultCount: refused.faultCount,
  };
}
