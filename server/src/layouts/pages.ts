import type { z } from 'zod';
import type { LayoutPageRow } from '@jishi/contract/admin/layouts';
import type { LayoutPage } from '@jishi/contract/plain/layouts';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { joined } from '../db/joined';
import { bumpRevision } from '../db/revisions';
import { AppError } from '../errors';
import { hashDocument } from './hashDocument';
import { readDraft } from './drafts';
import { readWeekDevices } from './reach';
import { readOpenReleases } from './readReleases';

export type PageRow = z.output<typeof LayoutPageRow>;

interface Row {
  id: string;
  page: LayoutPage;
  slug: string;
  title: string;
  revision: number;
  editedBy: string | null;
  editedAt: Date | null;
  hasChanges: boolean;
}

/** The fixed ones first, then campaigns from new to old. */
export async function listPages(ctx: Context): Promise<PageRow[]> {
  return readPages(ctx, null);
}

/** Throws `not_found`. */
export async function getPage(ctx: Context, pageId: string): Promise<PageRow> {
  const [page] = await readPages(ctx, pageId);
  if (!page) throw new AppError('not_found');
  return page;
}

async function readPages(ctx: Context, pageId: string | null): Promise<PageRow[]> {
  const rows = await ctx.db.query<Row>(
    sql`select p.page_id as id, p.page, p.slug,
        case when p.page = 'campaign' and jsonb_typeof(d.document -> 'title') = 'string' and d.document ->> 'title' <> ''
          then left(d.document ->> 'title', 20) else p.title end as title, coalesce(d.revision, 0) as revision, e.name as "editedBy",
        d.edited_at as "editedAt", d.hash is not null and d.hash is distinct from v.hash as "hasChanges"
      from layout_pages p left join layout_drafts d on d.page_id = p.page_id
        left join employees e on e.employee_id = d.edited_by
        left join layout_versions v on v.page_id = p.page_id
          and v.number = (select max(n.number) from layout_versions n where n.page_id = p.page_id)
      where ${pageId}::bigint is null or p.page_id = ${pageId}::bigint
      order by p.page = 'campaign', case when p.page = 'campaign' then -p.page_id else p.page_id end`,
  );
  const devices = await readWeekDevices(ctx, pageId);
  const releases = await readOpenReleases(ctx, pageId ?? undefined);
  return rows.map(({ editedAt, ...row }) => ({
    ...row,
    editedAt: editedAt?.toISOString() ?? null,
    releases: releases.filter((release) => release.pageId === row.id),
    weekDevices: devices.get(row.id) ?? 0,
  }));
}

/** Throws `conflict` for a slug that is taken, `not_found` for a page to copy that is not there. */
export async function createPage(
  ctx: Context,
  employeeId: string,
  { slug, title, copyOf }: { slug: string; title: string; copyOf: string | null },
): Promise<string> {
  const copied = copyOf === null ? null : await readDraft(ctx, copyOf);
  const document = {
    contract: 1,
    blocks: [],
    ...copied?.document,
    page: 'campaign',
    title,
  };
  return ctx.db.tx(async (tx) => {
    const pageId = ctx.makeId();
    const [made] = await tx.query(
      sql`insert into layout_pages (page_id, page, slug, title, created_at)
        values (${pageId}, 'campaign', ${slug}, ${title}, ${ctx.now()}) on conflict (slug) do nothing returning page_id`,
    );
    if (!made) throw new AppError('conflict', { reason: 'slug' });
    await tx.query(
      sql`insert into layout_drafts (page_id, document, hash, revision, edited_by, edited_at)
        values (${pageId}, ${JSON.stringify(document)}, ${hashDocument(document)}, 1, ${employeeId}, ${ctx.now()})`,
    );
    await bumpRevision(tx, 'layouts');
    return pageId;
  });
}

/** A campaign, with its versions and what was counted. Throws `not_found`, `conflict` while it is released or fixed. */
export async function deletePage(ctx: Context, pageId: string): Promise<PageRow> {
  return ctx.db.tx(async (tx) => {
    await holdPage(tx, pageId);
    const before = await getPage({ ...ctx, db: joined(ctx.db, tx) }, pageId);
    if (before.page !== 'campaign' || before.releases.length > 0) throw new AppError('conflict', { reason: 'in_use' });
    for (const table of ['views', 'reach', 'results', 'releases', 'versions', 'drafts', 'pages'])
      await tx.query({ text: `delete from layout_${table} where page_id = $1`, values: [pageId] });
    await bumpRevision(tx, 'layouts');
    return before;
  });
}

/** Whoever publishes, withdraws or deletes does so one after another. Throws `not_found`. */
export async function holdPage(tx: Tx, pageId: string): Promise<{ page: LayoutPage; slug: string; title: string }> {
  const [row] = await tx.query<{ page: LayoutPage; slug: string; title: string }>(
    sql`select page, slug, title from layout_pages where page_id = ${pageId} for update`,
  );
  if (!row) throw new AppError('not_found');
  return row;
}
