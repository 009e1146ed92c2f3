import type { z } from 'zod';
import type { LayoutVersion } from '@jishi/contract/admin/layouts';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import type { AnyDocument } from './readDocument';

type VersionBody = z.output<typeof LayoutVersion>;
type Row = Omit<VersionBody, 'createdAt'> & { createdAt: Date };

const toVersion = <T extends { createdAt: Date }>({ createdAt, ...row }: T) => ({
  ...row,
  createdAt: createdAt.toISOString(),
});

/** Newest first. */
export async function listVersions(
  ctx: Context,
  pageId: string,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: VersionBody[]; nextCursor: string | null }> {
  const rows = await ctx.db.query<Row>(
    sql`select v.version_id as id, v.number, v.note, coalesce(e.name, '') as "createdBy", v.created_at as "createdAt"
      from layout_versions v left join employees e on e.employee_id = v.created_by
      where v.page_id = ${pageId} and (${cursor ?? null}::bigint is null or v.version_id < ${cursor ?? null}::bigint)
      order by v.version_id desc limit ${limit + 1}`,
  );
  return newestFirst(rows.map(toVersion), limit);
}

/** With its document. Throws `not_found`. */
export async function getVersion(
  ctx: Context,
  versionId: string,
): Promise<VersionBody & { pageId: string; document: AnyDocument }> {
  const [row] = await ctx.db.query<Row & { pageId: string; document: AnyDocument }>(
    sql`select v.version_id as id, v.page_id as "pageId", v.number, v.note, coalesce(e.name, '') as "createdBy",
        v.created_at as "createdAt", v.document
      from layout_versions v left join employees e on e.employee_id = v.created_by where v.version_id = ${versionId}`,
  );
  if (!row) throw new AppError('not_found');
  return toVersion(row);
}
