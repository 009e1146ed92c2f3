import type { adminLayoutRoutes } from '@jishi/contract/admin/layouts';
import type { AdminHandlers } from '../adminHttp';
import type { Context } from '../context';
import { growRollout, withdrawRelease } from './changeRelease';
import { isEditingOn, readDraft, saveDraft } from './drafts';
import { createPage, deletePage, getPage, listPages } from './pages';
import { createPreview } from './previews';
import { problemsOf } from './problems';
import { publishLayout, rollBackLayout } from './publish';
import { listReleases, type ReleaseBody } from './readReleases';
import { readResults } from './results';
import { getVersion, listVersions } from './versions';

async function draftOf(ctx: Context, pageId: string) {
  const draft = await readDraft(ctx, pageId);
  const [page, problems] = [await getPage(ctx, pageId), await problemsOf(ctx, draft)];
  return { page, document: draft.document, revision: draft.revision, problems };
}

/** What the audit log keeps of a release. */
const noted = ({ id, state, from, until, rollout, arms, audience }: ReleaseBody) => ({
  releaseId: id,
  state,
  from,
  until,
  rollout,
  audience,
  arms: arms.map(({ versionNumber, weight }) => ({ versionNumber, weight })),
});

export const adminLayoutHandlers: AdminHandlers<typeof adminLayoutRoutes> = {
  'GET /admin/layouts': async (ctx) => ({ items: await listPages(ctx) }),
  'POST /admin/layouts': async (ctx, { actor, body }) => {
    const pageId = await createPage(ctx, actor.employeeId, body);
    return { answer: await draftOf(ctx, pageId), target: `layout ${body.slug}`, before: null, after: body };
  },
  'DELETE /admin/layouts/:pageId': async (ctx, { params }) => {
    const { slug, title } = await deletePage(ctx, params.pageId);
    return { answer: {}, target: `layout ${slug}`, before: { slug, title }, after: null };
  },
  'GET /admin/layouts/:pageId/draft': (ctx, { params }) => draftOf(ctx, params.pageId),
  'PUT /admin/layouts/:pageId/draft': async (ctx, { actor, params: { pageId }, body }) => {
    const isNoted = await isEditingOn(ctx, actor.employeeId, pageId);
    const revision = await saveDraft(ctx, actor.employeeId, { pageId, ...body });
    const { document: _, ...answer } = await draftOf(ctx, pageId);
    const target = `layout ${answer.page.slug}`;
    return { answer, target, before: { revision: body.revision }, after: { revision }, isNoted };
  },
  'GET /admin/layouts/:pageId/versions': async (ctx, { params, query }) => {
    await getPage(ctx, params.pageId);
    return listVersions(ctx, params.pageId, query);
  },
  'GET /admin/layout-versions/:versionId': (ctx, { params }) => getVersion(ctx, params.versionId),
  'GET /admin/layouts/:pageId/releases': async (ctx, { params, query }) => {
    await getPage(ctx, params.pageId);
    return listReleases(ctx, params.pageId, query);
  },
  'POST /admin/layouts/:pageId/releases': async (ctx, { actor, params, body }) => {
    const release = await publishLayout(ctx, actor.employeeId, params.pageId, body);
    return { answer: release, target: `layout page ${params.pageId}`, before: null, after: noted(release) };
  },
  'POST /admin/layouts/:pageId/rollback': async (ctx, { actor, params, body }) => {
    const release = await rollBackLayout(ctx, actor.employeeId, params.pageId, body);
    const before = { releaseId: release.undoes };
    return { answer: release, target: `layout page ${params.pageId}`, before, after: noted(release) };
  },
  'PUT /admin/layout-releases/:releaseId/rollout': async (ctx, { params, body }) => {
    const { before, after } = await growRollout(ctx, params.releaseId, body.rollout);
    return { answer: after, target: `layout release ${after.id}`, before: noted(before), after: noted(after) };
  },
  'POST /admin/layout-releases/:releaseId/withdraw': async (ctx, { params }) => {
    const { before, after } = await withdrawRelease(ctx, params.releaseId);
    return { answer: after, target: `layout release ${after.id}`, before: noted(before), after: noted(after) };
  },
  'GET /admin/layout-releases/:releaseId/results': (ctx, { params }) => readResults(ctx, params.releaseId),
  'POST /admin/layouts/:pageId/previews': async (ctx, { params }) => {
    const answer = await createPreview(ctx, params.pageId);
    const after = { expiresAt: answer.expiresAt };
    return { answer, target: `layout page ${params.pageId}`, before: null, after };
  },
};
