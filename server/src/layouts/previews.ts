import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LayoutPage } from '@jishi/contract/plain/layouts';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readDraft, type Draft } from './drafts';

const MINUTES = 30;

const PAGE_PATHS: Record<Exclude<LayoutPage, 'campaign'>, string> = {
  home: '/pages/home/index',
  category: '/pages/category/index',
  member: '/pages/me/index',
};

/** Signs what opens a draft; all processes of a shop have the same. */
async function makeSecret({ db }: Context): Promise<string> {
  await db.query(
    sql`insert into server_secrets (name, value) values ('previews', ${randomBytes(32).toString('base64url')})
      on conflict (name) do nothing`,
  );
  return (await readSecret(db))!;
}

async function readSecret(db: Queryable): Promise<string | undefined> {
  const [row] = await db.query<{ value: string }>(sql`select value from server_secrets where name = 'previews'`);
  return row?.value;
}

const sign = (secret: string, what: string) =>
  createHmac('sha256', secret).update(`preview\n${what}`).digest('base64url');

/** Opens a page's draft to whoever has it, for a while: in the console's frame and on a phone. Throws `not_found`. */
export async function createPreview(ctx: Context, pageId: string) {
  const { page, slug } = await readDraft(ctx, pageId);
  const expires = Math.floor(ctx.now().getTime() / 1000) + MINUTES * 60;
  const what = `${pageId}.${expires}`;
  const token = `${what}.${sign(await makeSecret(ctx), what)}`;
  const origin = ctx.env.PUBLIC_URL.replace(/\/$/, '');
  const path = page === 'campaign' ? `/mall/page/index?slug=${slug}` : PAGE_PATHS[page];
  return {
    token,
    frameUrl: `${origin}/preview?token=${token}#${path}`,
    phoneUrl: `${origin}/#/mall/page/index?slug=${slug}&preview=${token}`,
    expiresAt: new Date(expires * 1000).toISOString(),
  };
}

/** The page that a token opens now. Null for one that is forged or has ended. */
export async function openPreview(ctx: Context, token: string): Promise<string | null> {
  const [, pageId, expires, signature] = /^([1-9]\d{0,17})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (!pageId || !expires || !signature) return null;
  const secret = await readSecret(ctx.db);
  if (secret === undefined) return null;
  const wanted = sign(secret, `${pageId}.${expires}`);
  const isSigned = timingSafeEqual(Buffer.from(signature), Buffer.from(wanted));
  return isSigned && Number(expires) * 1000 > ctx.now().getTime() ? pageId : null;
}

/** The draft behind a token. Throws `forbidden`, and `not_found` when it is of another page. */
export async function previewedDraft(ctx: Context, token: string, slug: string): Promise<Draft> {
  const pageId = await openPreview(ctx, token);
  if (pageId === null) throw new AppError('forbidden', { reason: 'preview' });
  const draft = await readDraft(ctx, pageId);
  if (draft.slug !== slug) throw new AppError('not_found');
  return draft;
}
