import type { z } from 'zod';
import type { Code, adminCodeRoutes } from '@jishi/contract/admin/codes';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { insertCodes } from './insertCodes';
import { lookUpNamed } from './lookUpNamed';

export type CodeBody = z.output<typeof Code>;
type Wish = z.output<(typeof adminCodeRoutes)['POST /admin/codes']['body']>;

/** As `COLUMNS` reads it. */
export interface Row {
  id: string;
  token: string;
  name: string;
  targetKind: string;
  targetId: string;
  campaign: string;
  employeeId: string | null;
  storeId: string | null;
  state: 'active' | 'revoked';
  expiresAt: Date | null;
  createdAt: Date;
  scans: string;
}

/** Makes codes that lead to the same, one a name, all or none. Throws as `lookUpNamed` does. */
export async function createCodes(
  ctx: Context,
  createdBy: string,
  { names, ...wish }: Wish,
  makeToken?: () => string,
): Promise<CodeBody[]> {
  const { target, employeeId, storeId, expiresAt } = wish;
  await lookUpNamed(ctx, {
    targets: [target],
    employeeIds: employeeId === null ? [] : [employeeId],
    storeId,
    expiresAt,
  });
  const wishes = names.map((name) => ({ ...wish, name }));
  return readCodes(ctx, await insertCodes(ctx, createdBy, wishes, makeToken));
}

export const COLUMNS = `c.code_id as id, c.token, c.name, c.target_kind as "targetKind", c.target_id as "targetId", c.campaign,
  c.employee_id as "employeeId", c.store_id as "storeId", c.state, c.expires_at as "expiresAt", c.created_at as "createdAt",
  coalesce((select sum(n.scans) from code_counts n where n.token = c.token), 0)::bigint as scans`;

/** In the order of the tokens; one that is not there is left out. */
export async function readCodes(ctx: Context, tokens: readonly string[]): Promise<CodeBody[]> {
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from short_codes c where token = any($1::text[])
      order by array_position($1::text[], c.token)`,
    values: [tokens],
  });
  return rows.map((row) => toCode(ctx, row));
}

/** Throws `not_found`. */
export async function getCode(ctx: Context, token: string): Promise<CodeBody> {
  const [code] = await readCodes(ctx, [token]);
  if (!code) throw new AppError('not_found');
  return code;
}

/** Of one employee, newest first. */
export async function listCodes(
  ctx: Context,
  { employeeId, limit, cursor }: { employeeId: string; limit: number; cursor?: string },
): Promise<{ items: CodeBody[]; nextCursor: string | null }> {
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from short_codes c where ($1::bigint is null or c.code_id < $1) and c.employee_id = $2
      order by c.code_id desc limit $3`,
    values: [cursor ?? null, employeeId, limit + 1],
  });
  return newestFirst(
    rows.map((row) => toCode(ctx, row)),
    limit,
  );
}

/** For good: what was printed cannot be called back, so it never opens anything again. Throws `not_found`. */
export async function revokeCode(ctx: Context, token: string): Promise<{ before: CodeBody; after: CodeBody }> {
  const before = await getCode(ctx, token);
  await ctx.db.query(sql`update short_codes set state = 'revoked' where token = ${token}`);
  return { before, after: await getCode(ctx, token) };
}

export function toCode(
  ctx: Context,
  { targetKind, targetId, state, expiresAt, createdAt, scans, ...row }: Row,
): CodeBody {
  const isOver = expiresAt !== null && expiresAt <= ctx.now();
  return {
    ...row,
    target: { kind: targetKind, id: targetId },
    state: state === 'revoked' ? 'revoked' : isOver ? 'expired' : 'active',
    expiresAt: expiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    scans: Number(scans),
    url: `${ctx.env.PUBLIC_URL.replace(/\/$/, '')}/s/${row.token}`,
  };
}
