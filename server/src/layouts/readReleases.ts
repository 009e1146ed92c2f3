import type { z } from 'zod';
import type { LayoutRelease } from '@jishi/contract/admin/layouts';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { sql, type Statement } from '../db/db';
import { AppError } from '../errors';

export type ReleaseBody = z.output<typeof LayoutRelease>;

interface Row extends Omit<ReleaseBody, 'from' | 'until' | 'createdAt' | 'arms'> {
  startsAt: Date;
  endsAt: Date | null;
  createdAt: Date;
  arms: { versionId: string; weight: number }[];
}

/**
 * Of each page the release that everybody gets and that has no end: nobody gets what is looked at after it. Those are
 * over, until it is withdrawn.
 */
const selectReleases = (now: Date, rest: Statement): Statement => {
  const text = `with cover as (
      select distinct on (page_id) page_id, priority, starts_at, release_id from layout_releases
      where withdrawn_at is null and starts_at <= $${rest.values.length + 1} and ends_at is null and rollout >= 100
        and audience = '{}'::jsonb
      order by page_id, priority desc, starts_at desc, release_id desc
    ), known as (
      select r.release_id as id, r.page_id as "pageId", r.priority, r.starts_at as "startsAt", r.ends_at as "endsAt",
        r.audience, r.rollout, r.arms, r.note, coalesce(e.name, '') as "createdBy", r.created_at as "createdAt", r.undoes,
        case when r.withdrawn_at is not null then 'withdrawn'
          when r.ends_at <= $${rest.values.length + 1} then 'over'
          when r.starts_at > $${rest.values.length + 1} then 'waiting'
          when (r.priority, r.starts_at, r.release_id) < (c.priority, c.starts_at, c.release_id) then 'over'
          else 'live' end as state
      from layout_releases r left join cover c on c.page_id = r.page_id
        left join employees e on e.employee_id = r.created_by
    )
    select * from known ${rest.text}`;
  return { text, values: [...rest.values, now] };
};

/** Live or waiting ones, of one page or of all, in the order in which they are looked at. */
export async function readOpenReleases(ctx: Context, pageId?: string): Promise<ReleaseBody[]> {
  const rest = sql`where state in ('live', 'waiting')
    and (${pageId ?? null}::bigint is null or "pageId" = ${pageId ?? null}::bigint)
    order by priority desc, "startsAt" desc, id desc`;
  return toReleases(ctx, await ctx.db.query<Row>(selectReleases(ctx.now(), rest)));
}

/** All of a page, newest first. */
export async function listReleases(
  ctx: Context,
  pageId: string,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: ReleaseBody[]; nextCursor: string | null }> {
  const rest = sql`where "pageId" = ${pageId} and (${cursor ?? null}::bigint is null or id < ${cursor ?? null}::bigint)
    order by id desc limit ${limit + 1}`;
  return newestFirst(await toReleases(ctx, await ctx.db.query<Row>(selectReleases(ctx.now(), rest))), limit);
}

/** Throws `not_found`. */
export async function getRelease(ctx: Context, releaseId: string): Promise<ReleaseBody> {
  const rows = await ctx.db.query<Row>(selectReleases(ctx.now(), sql`where id = ${releaseId}`));
  const [release] = await toReleases(ctx, rows);
  if (!release) throw new AppError('not_found');
  return release;
}

async function toReleases(ctx: Context, rows: Row[]): Promise<ReleaseBody[]> {
  const ids = [...new Set(rows.flatMap(({ arms }) => arms.map(({ versionId }) => versionId)))];
  const versions = await ctx.db.query<{ id: string; number: number }>(
    sql`select version_id as id, number from layout_versions where version_id = any(${ids}::bigint[])`,
  );
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  return rows.map(({ startsAt, endsAt, createdAt, arms, ...row }) => ({
    ...row,
    from: startsAt.toISOString(),
    until: endsAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    arms: arms.map((arm) => ({ ...arm, versionNumber: numbers.get(arm.versionId) ?? 0 })),
  }));
}
