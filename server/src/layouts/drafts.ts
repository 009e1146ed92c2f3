import { DEFAULT_HOME } from '@jishi/contract/plain/defaultHome';
import { MAX_LAYOUT_BYTES, type LayoutPage } from '@jishi/contract/plain/layouts';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { sanitiseHtml } from '../products/sanitiseHtml';
import { hashDocument } from './hashDocument';
import { blocksOf, kindOf, type AnyDocument } from './readDocument';

/** Saves that are closer than this are of one sitting. */
const SITTING_MS = 30 * 60_000;

export interface Draft {
  pageId: string;
  page: LayoutPage;
  slug: string;
  title: string;
  document: AnyDocument;
  /** 0: never edited; the document is then the newest version, or where editing begins. */
  revision: number;
}

interface Row extends Omit<Draft, 'document' | 'revision'> {
  document: AnyDocument | null;
  published: AnyDocument | null;
  revision: number | null;
}

/** Throws `not_found`. */
export async function readDraft(ctx: Pick<Context, 'db'>, pageId: string): Promise<Draft> {
  const [row] = await ctx.db.query<Row>(
    sql`select p.page_id as "pageId", p.page, p.slug, p.title, d.document, d.revision,
        (select v.document from layout_versions v where v.page_id = p.page_id order by v.number desc limit 1) as published
      from layout_pages p left join layout_drafts d on d.page_id = p.page_id where p.page_id = ${pageId}`,
  );
  if (!row) throw new AppError('not_found');
  const { document, published, revision, ...page } = row;
  return { ...page, document: document ?? published ?? beginning(page), revision: revision ?? 0 };
}

const beginning = ({ page, title }: Pick<Draft, 'page' | 'title'>): AnyDocument =>
  page === 'home' ? (DEFAULT_HOME as unknown as AnyDocument) : { contract: 1, page, title, blocks: [] };

/**
 * Keeps a draft as it was sent, but for what could run in rich text. Answers its revision. Throws `not_found`,
 * `too_large`, and `draft_changed` (details: `revision`, `editedBy`, `editedAt`) when somebody has saved since.
 */
export async function saveDraft(
  ctx: Context,
  employeeId: string,
  { pageId, document, revision }: { pageId: string; document: AnyDocument; revision: number },
): Promise<number> {
  if (Buffer.byteLength(JSON.stringify(document)) > MAX_LAYOUT_BYTES) throw new AppError('too_large');
  const [page] = await ctx.db.query(sql`select 1 from layout_pages where page_id = ${pageId}`);
  if (!page) throw new AppError('not_found');
  const safe = withSafeTexts(document);
  const [saved] = await ctx.db.query<{ revision: number }>(
    sql`insert into layout_drafts as d (page_id, document, hash, revision, edited_by, edited_at)
      select ${pageId}::bigint, ${JSON.stringify(safe)}::jsonb, ${hashDocument(safe)}, 1, ${employeeId}::bigint,
        ${ctx.now()}::timestamptz
      where ${revision}::int = 0 or exists (select 1 from layout_drafts where page_id = ${pageId}::bigint)
      on conflict (page_id) do update set document = excluded.document, hash = excluded.hash,
        revision = d.revision + 1, edited_by = excluded.edited_by, edited_at = excluded.edited_at
        where d.revision = ${revision}::int
      returning d.revision`,
  );
  if (!saved) throw await draftChanged(ctx.db, pageId);
  return saved.revision;
}

/**
 * Whether a save by this employee goes on with what they are at: theirs was the last one, not long ago, and nothing has
 * been published since.
 */
export async function isEditingOn(ctx: Context, employeeId: string, pageId: string): Promise<boolean> {
  const since = new Date(ctx.now().getTime() - SITTING_MS);
  const [row] = await ctx.db.query(
    sql`select 1 from layout_drafts d where d.page_id = ${pageId} and d.edited_by = ${employeeId} and d.edited_at > ${since}
      and not exists (select 1 from layout_releases r where r.page_id = d.page_id and r.created_at >= d.edited_at)`,
  );
  return row !== undefined;
}

/** Who changed it, and when. */
export async function draftChanged(db: Queryable, pageId: string): Promise<AppError> {
  const [row] = await db.query<{ revision: number; editedBy: string; editedAt: Date }>(
    sql`select d.revision, coalesce(e.name, '') as "editedBy", d.edited_at as "editedAt"
      from layout_drafts d left join employees e on e.employee_id = d.edited_by where d.page_id = ${pageId}`,
  );
  return new AppError('draft_changed', {
    revision: row?.revision ?? 0,
    editedBy: row?.editedBy ?? '',
    editedAt: row?.editedAt.toISOString() ?? null,
  });
}

function withSafeTexts(document: AnyDocument): AnyDocument {
  const blocks = blocksOf(document).map((block) => {
    if (kindOf(block) !== 'richText') return block;
    const { props, ...rest } = block as { props?: { html?: unknown } };
    return typeof props?.html === 'string' ? { ...rest, props: { ...props, html: sanitiseHtml(props.html) } } : block;
  });
  return Array.isArray(document.blocks) ? { ...document, blocks } : document;
}
