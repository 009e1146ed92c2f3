import type { Context } from '../context';
import { sql } from '../db/db';
import { joined } from '../db/joined';
import { bumpRevision } from '../db/revisions';
import { AppError } from '../errors';
import { holdPage } from './pages';
import { getRelease, type ReleaseBody } from './readReleases';

interface Change {
  before: ReleaseBody;
  after: ReleaseBody;
}

/**
 * More devices get it; those that have it keep it. Throws `not_found`, `conflict` for fewer devices or a release that is
 * no longer shown.
 */
export async function growRollout(ctx: Context, releaseId: string, rollout: number): Promise<Change> {
  return change(ctx, releaseId, (before) => {
    if (rollout < before.rollout) throw new AppError('conflict', { reason: 'smaller' });
    return sql`update layout_releases set rollout = ${rollout} where release_id = ${releaseId}`;
  });
}

/** What is beneath it takes over. Throws `not_found`, `conflict` for one that is no longer shown. */
export async function withdrawRelease(ctx: Context, releaseId: string): Promise<Change> {
  return change(
    ctx,
    releaseId,
    () => sql`update layout_releases set withdrawn_at = ${ctx.now()} where release_id = ${releaseId}`,
  );
}

async function change(
  ctx: Context,
  releaseId: string,
  statementOf: (before: ReleaseBody) => ReturnType<typeof sql>,
): Promise<Change> {
  return ctx.db.tx(async (tx) => {
    const inTx = { ...ctx, db: joined(ctx.db, tx) };
    const { pageId } = await getRelease(inTx, releaseId);
    await holdPage(tx, pageId);
    const before = await getRelease(inTx, releaseId);
    if (before.state === 'withdrawn' || before.state === 'over')
      throw new AppError('conflict', { reason: before.state });
    await tx.query(statementOf(before));
    await bumpRevision(tx, 'layouts');
    return { before, after: await getRelease(inTx, releaseId) };
  });
}
