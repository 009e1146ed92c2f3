import type { Context } from './context';
import { sql, type Queryable } from './db/db';

/** Jobs are spread over shards so that each take touches one shard only. */
const SHARDS = 4;
const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 20;

export interface Job {
  topic: string;
  payload: Record<string, string>;
  /** Now when absent. */
  runAt?: Date;
}

/** The outbox row of a job, for statements that write it together with their own rows. */
export function outboxRow(
  ctx: Pick<Context, 'makeId' | 'now'>,
  job: Job,
): { shard: number; jobId: string; payload: string; runAt: Date } {
  const jobId = ctx.makeId();
  return {
    shard: Number(BigInt(jobId) % BigInt(SHARDS)),
    jobId,
    payload: JSON.stringify(job.payload),
    runAt: job.runAt ?? ctx.now(),
  };
}

/** Writes a job in the caller's transaction: it runs if and only if that commits. */
export async function enqueue(ctx: Context, db: Queryable, job: Job): Promise<void> {
  const row = outboxRow(ctx, job);
  await db.query(
    sql.named('outbox.add')`insert into outbox (shard, job_id, topic, payload, run_at)
      values (${row.shard}, ${row.jobId}, ${job.topic}, ${row.payload}, ${row.runAt})`,
  );
}

/** Called at every start: there is one such job for ever, and it is alive. Made ids are far larger than its number. */
export async function keepStanding(
  ctx: Context,
  { shard, jobId }: { shard: number; jobId: string },
  topic: string,
): Promise<void> {
  await ctx.db.query(
    sql`insert into outbox (shard, job_id, topic, payload, run_at)
      values (${shard}, ${jobId}, ${topic}, '{}', ${ctx.now()})
      on conflict (shard, job_id) do update set dead_at = null, attempts = 0 where outbox.dead_at is not null`,
  );
}

/**
 * Runs a job; may run again after a crash, so it must be idempotent. Answers when to run again, or nothing. `waitUntil`
 * also runs again, but was no attempt: a job that waits for weeks is not set aside at its first error.
 */
export type JobHandler = (
  ctx: Context,
  payload: Record<string, string>,
  attempt: number,
) => Promise<Date | { waitUntil: Date } | void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

interface TakenJob {
  shard: number;
  job_id: string;
  topic: string;
  payload: Record<string, string>;
  attempts: number;
}

/** Runs every job that is due, and those that they cause. Answers how many ran. */
export async function runDueJobs(
  ctx: Context,
  handlers: JobHandlers,
  onError?: (error: unknown) => void,
): Promise<number> {
  let count = 0;
  for (let shard = 0; shard < SHARDS; shard++) {
    for (;;) {
      const jobs = await takeJobs(ctx, shard);
      if (jobs.length === 0) break;
      for (const job of jobs) await runJob(ctx, handlers, job, onError);
      count += jobs.length;
    }
  }
  return count;
}

/** Leases jobs instead of deleting them: a process that dies leaves them to the next after a minute. */
function takeJobs(ctx: Context, shard: number): Promise<TakenJob[]> {
  const leaseUntil = new Date(ctx.now().getTime() + LEASE_MS);
  return ctx.db.query<TakenJob>(
    sql.named('outbox.take')`update outbox set run_at = ${leaseUntil}, attempts = attempts + 1
      where shard = ${shard} and job_id in (
        select job_id from outbox where shard = ${shard} and run_at <= ${ctx.now()} and dead_at is null
        order by run_at limit 20 for update skip locked)
      returning shard, job_id, topic, payload, attempts`,
  );
}

async function runJob(
  ctx: Context,
  handlers: JobHandlers,
  job: TakenJob,
  onError?: (error: unknown) => void,
): Promise<void> {
  const where = sql`delete from outbox where shard = ${job.shard} and job_id = ${job.job_id}`;
  try {
    const handler = handlers[job.topic];
    if (!handler) throw new Error(`no handler for job ${job.topic}`);
    const again = await handler(ctx, await withPersonNow(ctx, job.payload), job.attempts);
    if (!again) await ctx.db.query(where);
    else {
      const [runAt, attempts] = again instanceof Date ? [again, job.attempts] : [again.waitUntil, 0];
      await ctx.db.query(
        sql`update outbox set run_at = ${runAt}, attempts = ${attempts} where shard = ${job.shard} and job_id = ${job.job_id}`,
      );
    }
  } catch (error) {
    onError?.(error);
    const retryAt = new Date(ctx.now().getTime() + Math.min(2 ** job.attempts, 3600) * 1000);
    await ctx.db.query(
      sql`update outbox set run_at = ${retryAt}, last_error = ${String(error).slice(0, 500)},
          dead_at = case when ${job.attempts}::int >= ${MAX_ATTEMPTS}::int then ${ctx.now()}::timestamptz end
        where shard = ${job.shard} and job_id = ${job.job_id}`,
    );
  }
}

/** A job may have been written under the number of somebody who was merged into another person since. */
async function withPersonNow(ctx: Context, payload: Job['payload']): Promise<Job['payload']> {
  if (payload.userId === undefined) return payload;
  const [alias] = await ctx.db.query<{ user_id: string }>(
    sql.named('outbox.person')`select user_id from user_aliases where old_user_id = ${payload.userId}`,
  );
  return alias ? { ...payload, userId: alias.user_id } : payload;
}

/** Polls once a second and when kicked, one round at a time. Answers the stop, which waits for the round at work. */
export function startJobs(ctx: Context, handlers: JobHandlers, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  let isKicked = false;
  let isRunning = false;
  const run = () => {
    clearTimeout(timer);
    if (isStopped) return;
    if (isRunning) {
      isKicked = true;
      return;
    }
    isRunning = true;
    round = runDueJobs(ctx, handlers, onError)
      .catch(onError)
      .finally(() => {
        isRunning = false;
        const wait = isKicked ? 0 : 1000;
        isKicked = false;
        if (!isStopped) timer = setTimeout(run, wait);
      });
  };
  run();
  return {
    kick: run,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
