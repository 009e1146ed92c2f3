import type { z } from 'zod';
import type { adminLayoutRoutes } from '@jishi/contract/admin/layouts';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { joined } from '../db/joined';
import { bumpRevision } from '../db/revisions';
import { AppError } from '../errors';
import { draftChanged, readDraft } from './drafts';
import { hashDocument } from './hashDocument';
import { holdPage } from './pages';
import { problemsOf } from './problems';
import { getRelease, readOpenReleases, type ReleaseBody } from './readReleases';

type Wish = z.output<(typeof adminLayoutRoutes)['POST /admin/layouts/:pageId/releases']['body']>;

interface NewRelease extends Omit<Wish, 'arms' | 'revision' | 'from' | 'until'> {
  pageId: string;
  arms: { versionId: string; weight: number }[];
  startsAt: Date;
  endsAt: Date | null;
  undoes: string | null;
}

/**
 * Releases versions of a page, or its draft, of which a version is made. Throws `not_found`, `draft_changed`,
 * `layout_invalid` (details: `problems`) and `invalid_request` for a window that ends before it begins and for stores
 * that are not there.
 */
export async function publishLayout(
  ctx: Context,
  employeeId: string,
  pageId: string,
  { arms, revision, from, until, ...wish }: Wish,
): Promise<ReleaseBody> {
  const now = ctx.now();
  const startsAt = from !== null && new Date(from) > now ? new Date(from) : now;
  const endsAt = until === null ? null : new Date(until);
  if (endsAt && endsAt <= startsAt) throw invalid('until', '结束要晚于开始，也要晚于现在');
  return ctx.db.tx(async (tx) => {
    const inTx = { ...ctx, db: joined(ctx.db, tx) };
    await holdPage(tx, pageId);
    const draft = { pageId, revision, note: wish.note };
    const chosen = [];
    for (const { versionId, weight } of arms) {
      const known = versionId === null ? await versionOfDraft(inTx, tx, employeeId, draft) : versionId;
      chosen.push({ versionId: known, weight });
    }
    await requireVersions(tx, pageId, chosen);
    await requireStores(tx, wish.audience.storeIds ?? []);
    const release = { ...wish, pageId, arms: chosen, startsAt, endsAt, undoes: null };
    return addRelease(inTx, tx, employeeId, release);
  });
}

/**
 * For everybody at once what an old version was: a new release, and all that was live or waits is withdrawn. Throws
 * `not_found`.
 */
export async function rollBackLayout(
  ctx: Context,
  employeeId: string,
  pageId: string,
  { versionId, note }: { versionId: string; note: string },
): Promise<ReleaseBody> {
  return ctx.db.tx(async (tx) => {
    const inTx = { ...ctx, db: joined(ctx.db, tx) };
    await holdPage(tx, pageId);
    const arms = [{ versionId, weight: 100 }];
    await requireVersions(tx, pageId, arms);
    const now = ctx.now();
    const undone = (await readOpenReleases(inTx, pageId)).find(({ state }) => state === 'live');
    await tx.query(
      sql`update layout_releases set withdrawn_at = ${now}
        where page_id = ${pageId} and withdrawn_at is null and (ends_at is null or ends_at > ${now})`,
    );
    const release = { pageId, arms, startsAt: now, endsAt: null, audience: {}, rollout: 100, priority: 0, note };
    return addRelease(inTx, tx, employeeId, { ...release, undoes: undone?.id ?? null });
  });
}

const invalid = (path: string, message: string) => new AppError('invalid_request', { issues: [{ path, message }] });

async function requireVersions(tx: Tx, pageId: string, arms: NewRelease['arms']): Promise<void> {
  const ids = [...new Set(arms.map(({ versionId }) => versionId))];
  if (ids.length < arms.length) throw invalid('body.arms', '草稿和选的版本是一样的');
  const known = await tx.query(
    sql`select 1 from layout_versions where page_id = ${pageId} and version_id = any(${ids}::bigint[])`,
  );
  if (known.length < ids.length) throw new AppError('not_found', { what: 'version' });
}

async function requireStores(tx: Tx, storeIds: readonly string[]): Promise<void> {
  const ids = [...new Set(storeIds)];
  const known = await tx.query(sql`select 1 from stores where store_id = any(${ids}::bigint[])`);
  if (known.length < ids.length) throw invalid('body.audience.storeIds', '有门店不存在了，重新选');
}

/** The draft as a version: its newest one where nothing has changed since. */
async function versionOfDraft(
  ctx: Context,
  tx: Tx,
  employeeId: string,
  { pageId, revision, note }: { pageId: string; revision: number | null; note: string },
): Promise<string> {
  const draft = await readDraft(ctx, pageId);
  if (revision !== null && revision !== draft.revision) throw await draftChanged(tx, pageId);
  const problems = await problemsOf(ctx, draft);
  if (problems.some(({ level }) => level === 'error')) throw new AppError('layout_invalid', { problems });
  const hash = hashDocument(draft.document);
  const [newest] = await tx.query<{ id: string; number: number; hash: string }>(
    sql`select version_id as id, number, hash from layout_versions where page_id = ${pageId}
      order by number desc limit 1`,
  );
  if (newest?.hash === hash) return newest.id;
  const versionId = ctx.makeId();
  await tx.query(
    sql`insert into layout_versions (version_id, page_id, number, document, hash, note, created_by, created_at)
      values (${versionId}, ${pageId}, ${(newest?.number ?? 0) + 1}, ${JSON.stringify(draft.document)}, ${hash}, ${note},
        ${employeeId}, ${ctx.now()})`,
  );
  return versionId;
}

async function addRelease(
  ctx: Context,
  tx: Tx,
  employeeId: string,
  { pageId, arms, startsAt, endsAt, priority, audience, rollout, note, undoes }: NewRelease,
): Promise<ReleaseBody> {
  const releaseId = ctx.makeId();
  await tx.query(
    sql`insert into layout_releases (release_id, page_id, starts_at, ends_at, priority, audience, rollout, arms, note,
        undoes, created_by, created_at)
      values (${releaseId}, ${pageId}, ${startsAt}, ${endsAt}, ${priority}, ${JSON.stringify(audience)}, ${rollout},
        ${JSON.stringify(arms)}, ${note}, ${undoes}, ${employeeId}, ${ctx.now()})`,
  );
  await bumpRevision(tx, 'layouts');
  return getRelease(ctx, releaseId);
}
