import type { z } from 'zod';
import type { CodeTarget } from '@jishi/contract/plain/codes';
import type { StaffCode, staffRoutes } from '@jishi/contract/staff';
import { createCodes, getCode, listCodes, revokeCode, type CodeBody } from '../codes/editCodes';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { readCards } from '../products/readCards';
import type { Guide } from './guideOf';

type StaffCodeBody = z.output<typeof StaffCode>;
type Wish = z.output<(typeof staffRoutes)['POST /api/staff/codes']['body']>;
type Query = z.output<(typeof staffRoutes)['GET /api/staff/codes']['query']>;

/**
 * The guide's code for a target in one of their stores, made at most once: paper that hangs already and a new poster
 * count as the same code. Throws `forbidden` for a store they do not work in, `not_found` for a target that is not there.
 */
export async function takeCode(ctx: Context, guide: Guide, { target, storeId }: Wish): Promise<StaffCodeBody> {
  const store = guide.stores.find(({ id }) => id === storeId);
  if (storeId !== null && !store) throw new AppError('forbidden', { reason: 'store' });
  const targetId = target.kind === 'home' ? '' : target.id;
  const [kept] = await ctx.db.query<{ token: string }>(
    sql`select token from short_codes where employee_id = ${guide.employeeId} and state = 'active' and campaign = ''
      and (expires_at is null or expires_at > ${ctx.now()}) and store_id is not distinct from ${storeId}::bigint
      and target_kind = ${target.kind} and target_id = ${targetId} order by code_id limit 1`,
  );
  if (kept) return readCode(ctx, guide, kept.token);
  const [made] = await createCodes(ctx, guide.employeeId, {
    names: [[guide.name, store?.name].filter(Boolean).join(' · ').slice(0, 40)],
    target,
    campaign: '',
    employeeId: guide.employeeId,
    storeId,
    expiresAt: null,
  });
  return readCode(ctx, guide, made!.token);
}

/** Throws `not_found`, also for somebody else's. */
export async function ownCode(ctx: Context, guide: Guide, token: string): Promise<CodeBody> {
  const code = await getCode(ctx, token);
  if (code.employeeId !== guide.employeeId) throw new AppError('not_found');
  return code;
}

async function readCode(ctx: Context, guide: Guide, token: string): Promise<StaffCodeBody> {
  const [body] = await withProducts(ctx, [await ownCode(ctx, guide, token)]);
  return body!;
}

/** Newest first. */
export async function listOwnCodes(ctx: Context, { employeeId }: Guide, query: Query) {
  const { items, nextCursor } = await listCodes(ctx, { ...query, employeeId });
  return { items: await withProducts(ctx, items), nextCursor };
}

/** Throws `not_found`, also for somebody else's. */
export async function revokeOwnCode(ctx: Context, guide: Guide, token: string): Promise<StaffCodeBody> {
  await ownCode(ctx, guide, token);
  await revokeCode(ctx, token);
  return readCode(ctx, guide, token);
}

async function withProducts(ctx: Context, codes: readonly CodeBody[]): Promise<StaffCodeBody[]> {
  const ids = codes.filter(({ target }) => target.kind === 'product').map(({ target }) => target.id);
  const cards = await readCards(ctx.db, ids);
  return codes.map(({ token, name, target, storeId, state, scans, url, createdAt }) => ({
    token,
    name,
    target: { kind: target.kind as CodeTarget, id: target.id },
    product: cards.get(target.id)?.product ?? null,
    storeId,
    state,
    scans,
    url,
    createdAt,
  }));
}
