import type { LayoutDocument } from '@jishi/contract/layouts';
import type { LayoutPage } from '@jishi/contract/plain/layouts';
import type { Context } from '../context';
import { sql } from '../db/db';
import type { Candidate } from './chooseRelease';
import { readDocument, type AnyDocument } from './readDocument';

/** A version in memory, defaults filled. */
export interface HeldVersion {
  id: string;
  document: LayoutDocument;
}

export interface HeldPage {
  pageId: string;
  page: LayoutPage;
  /** Live or waiting, in the order in which they are looked at, down to the one that everybody gets. */
  releases: Candidate<HeldVersion>[];
  /** What its releases and blocks distinguish; any other value is the same to them. */
  named: { appIds: Set<string>; channels: Set<string>; storeIds: Set<string> };
  /** Something depends on whether the client has signed in. */
  asksLogin: boolean;
  /** Answers made so far. */
  answers: Map<string, HeldAnswer>;
}

export interface HeldAnswer {
  /** The answer's JSON without its end, `serverTime`. */
  text: string;
  etag: string;
  /** ms; null: as long as the page is held. */
  validUntil: number | null;
}

interface ReleaseRow {
  pageId: string;
  id: string;
  startsAt: Date;
  endsAt: Date | null;
  audience: Candidate<unknown>['audience'];
  rollout: number;
  arms: { versionId: string; weight: number }[];
}

/**
 * The pages of this process by slug, read anew when their revision has moved, which is asked at every call. Versions
 * never change: each is read and understood once.
 */
export function heldLayouts(ctx: Context): () => Promise<Map<string, HeldPage>> {
  let held: { revision: string; pages: Promise<Map<string, HeldPage>> } | null = null;
  let versions: Versions = new Map();

  return async () => {
    const revision = await ctx.hot.layoutRevision();
    if (held?.revision === revision) return held.pages;
    const pages = readPages(ctx, versions).then((read) => {
      versions = read.versions;
      return read.pages;
    });
    const mine = { revision, pages };
    held = mine;
    try {
      return await mine.pages;
    } catch (error) {
      if (held === mine) held = null;
      throw error;
    }
  };
}

type Versions = ReadonlyMap<string, HeldVersion>;

async function readPages(ctx: Context, known: Versions): Promise<{ pages: Map<string, HeldPage>; versions: Versions }> {
  // first: a page that comes in between is without releases, and moves the revision
  const releases = await readReleases(ctx);
  const pages = await ctx.db.query<{ pageId: string; page: LayoutPage; slug: string; title: string }>(
    sql`select page_id as "pageId", page, slug, title from layout_pages`,
  );
  const byId = new Map(pages.map((page) => [page.pageId, page]));
  const versions = await readVersions(ctx, releases, byId, known);
  const held = new Map(
    pages.map(({ slug, page, pageId }) => {
      const own = releases
        .filter((release) => release.pageId === pageId)
        .map(({ startsAt, endsAt, arms, ...release }) => ({
          ...release,
          startsAt: startsAt.getTime(),
          endsAt: endsAt?.getTime() ?? null,
          arms: arms.map(({ versionId, weight }) => ({ version: versions.get(versionId)!, weight })),
        }));
      return [slug, { pageId, page, releases: own, ...whatMatters(own), answers: new Map() }];
    }),
  );
  return { pages: held, versions };
}

/** Without those that nobody gets: below one that everybody gets, and that has no end of its own. */
const readReleases = (ctx: Context) =>
  ctx.db.query<ReleaseRow>(
    sql`with cover as (
        select distinct on (page_id) page_id, priority, starts_at, release_id from layout_releases
        where withdrawn_at is null and starts_at <= ${ctx.now()} and ends_at is null and rollout >= 100
          and audience = '{}'::jsonb
        order by page_id, priority desc, starts_at desc, release_id desc
      )
      select r.page_id as "pageId", r.release_id as id, r.starts_at as "startsAt", r.ends_at as "endsAt", r.audience,
        r.rollout, r.arms
      from layout_releases r left join cover c on c.page_id = r.page_id
      where r.withdrawn_at is null and (r.ends_at is null or r.ends_at > ${ctx.now()})
        and (c.page_id is null or (r.priority, r.starts_at, r.release_id) >= (c.priority, c.starts_at, c.release_id))
      order by r.priority desc, r.starts_at desc, r.release_id desc`,
  );

/** Those that the releases need; only what is not known yet is read. */
async function readVersions(
  ctx: Context,
  releases: ReleaseRow[],
  pages: Map<string, { page: LayoutPage; title: string }>,
  known: Versions,
): Promise<Versions> {
  const needed = new Set(releases.flatMap(({ arms }) => arms.map(({ versionId }) => versionId)));
  const versions = new Map([...known].filter(([id]) => needed.has(id)));
  const missing = [...needed].filter((id) => !known.has(id));
  if (missing.length === 0) return versions;
  const rows = await ctx.db.query<{ id: string; pageId: string; document: AnyDocument }>(
    sql`select version_id as id, page_id as "pageId", document from layout_versions
      where version_id = any(${missing}::bigint[])`,
  );
  for (const { id, pageId, document } of rows) {
    versions.set(id, { id, document: readDocument(document, pages.get(pageId)!).document });
  }
  return versions;
}

function whatMatters(releases: Candidate<HeldVersion>[]): Pick<HeldPage, 'named' | 'asksLogin'> {
  const blocks = releases.flatMap(({ arms }) => arms.flatMap(({ version }) => version.document.blocks));
  const conditions = [...releases.map(({ audience }) => audience), ...blocks.map(({ visible }) => visible ?? {})];
  return {
    named: {
      appIds: new Set(releases.flatMap(({ audience }) => audience.appIds ?? [])),
      channels: new Set(conditions.flatMap(({ channels }) => channels ?? [])),
      storeIds: new Set(conditions.flatMap(({ storeIds }) => storeIds ?? [])),
    },
    asksLogin: conditions.some(({ login }) => login === 'in' || login === 'out'),
  };
}
