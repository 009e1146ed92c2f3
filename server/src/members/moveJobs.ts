import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { outboxRow } from '../jobs';
import type { Pair } from './moveRows';

interface JobRow {
  topic: string;
  payload: Record<string, string>;
  run_at: Date;
  attempts: number;
  last_error: string | null;
  dead_at: Date | null;
}

/**
 * Jobs that name a person name the other one from now on. They become new jobs: one that is running still has the old
 * number in its hands, finds nothing to do under it, and then takes only itself out of the outbox.
 */
export async function moveJobs(ctx: Context, tx: Tx, { from, into }: Pair): Promise<void> {
  const jobs = await tx.query<JobRow>(
    sql`delete from outbox where payload ->> 'userId' = ${from}
      returning topic, payload, run_at, attempts, last_error, dead_at`,
  );
  if (jobs.length === 0) return;
  const rows = jobs.map(({ topic, payload, run_at, ...rest }) => {
    const row = outboxRow(ctx, { topic, payload: { ...payload, userId: into }, runAt: run_at });
    return { shard: row.shard, job_id: row.jobId, topic, payload: { ...payload, userId: into }, run_at, ...rest };
  });
  await tx.query(
    sql`insert into outbox (shard, job_id, topic, payload, run_at, attempts, last_error, dead_at)
      select shard, job_id, topic, payload, run_at, attempts, last_error, dead_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j(shard smallint, job_id bigint, topic text, payload jsonb,
        run_at timestamptz, attempts int, last_error text, dead_at timestamptz)`,
  );
}
