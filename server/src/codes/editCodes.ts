import type { z } from 'zod';
import type { Code, adminCodeRoutes } from '@jishi/contract/admin/codes';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { sql, type Queryable, type Statement, type Tx } from '../db/db';
import { AppError } from '../errors';
import { makeCodeToken } from './tokens';

export type CodeBody = z.output<typeof Code>;
type Wish = z.output<(typeof adminCodeRoutes)['POST /admin/codes']['body']>;

interface Row {
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

const MAX_TRIES = 5;

/** Makes codes, one a name, all or none. Throws `not_found` (details: `what`) for a target, employee or store that is not there. */
export async function createCodes(
  ctx: Context,
  createdBy: string,
  { names, target, campaign, employeeId, storeId, expiresAt }: Wish,
  makeToken: () => string = makeCodeToken,
): Promise<CodeBody[]> {
  await refuseUnknown(ctx.db, { target, employeeId, storeId });
  const tokens = await ctx.db.tx(async (tx) => {
    const made: string[] = [];
    for (const name of names) {
      const insert = (
        free: string,
      ) => sql`insert into short_codes (token, code_id, name, target_kind, target_id, campaign, employee_id, store_id,
          state, expires_at, created_by, created_at)
        values (${free}, ${ctx.makeId()}, ${name}, ${target.kind}, ${target.kind === 'home' ? '' : target.id}, ${campaign},
          ${employeeId}, ${storeId}, 'active', ${expiresAt === null ? null : new Date(expiresAt)}, ${createdBy}, ${ctx.now()})
        on conflict (token) do nothing returning token`;
      made.push(await claimToken(tx, makeToken, insert));
    }
    return made;
  });
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from short_codes c where token = any($1::text[]) order by c.code_id`,
    values: [tokens],
  });
  return rows.map((row) => toCode(ctx, row));
}

/** Another token where this one is taken, which happens to nobody. */
async function claimToken(tx: Tx, makeToken: () => string, insert: (token: string) => Statement): Promise<string> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const [row] = await tx.query<{ token: string }>(insert(makeToken()));
    if (row) return row.token;
  }
  throw new Error('no free token was found');
}

async function refuseUnknown(
  db: Queryable,
  { target, employeeId, storeId }: Pick<Wish, 'target' | 'employeeId' | 'storeId'>,
) {
  const checks: Record<string, Statement | null> = {
    product: target.kind === 'product' ? sql`select 1 from products where product_id::text = ${target.id}` : null,
    category: target.kind === 'category' ? sql`select 1 from categories where slug = ${target.id}` : null,
    employee: employeeId === null ? null : sql`select 1 from employees where employee_id = ${employeeId}`,
    store: storeId === null ? null : sql`select 1 from stores where store_id = ${storeId}`,
  };
  for (const [what, statement] of Object.entries(checks)) {
    if (statement && (await db.query(statement)).length === 0) throw new AppError('not_found', { what });
  }
}

const COLUMNS = `c.code_id as id, c.token, c.name, c.target_kind as "targetKind", c.target_id as "targetId", c.campaign,
  c.employee_id as "employeeId", c.store_id as "storeId", c.state, c.expires_at as "expiresAt", c.created_at as "createdAt",
  coalesce((select sum(n.scans) from code_counts n where n.token = c.token), 0)::bigint as scans`;

/** Throws `not_found`. */
export async function getCode(ctx: Context, token: string): Promise<CodeBody> {
  const [row] = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from short_codes c where token = $1`,
    values: [token],
  });
  if (!row) throw new AppError('not_found');
  return toCode(ctx, row);
}

/** Newest first; of one campaign or one employee where the call says so. */
export async function listCodes(
  ctx: Context,
  { campaign, employeeId, limit, cursor }: { campaign?: string; employeeId?: string; limit: number; cursor?: string },
): Promise<{ items: CodeBody[]; nextCursor: string | null }> {
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from short_codes c where ($1::text is null or c.campaign = $1)
      and ($2::bigint is null or c.code_id < $2) and ($4::bigint is null or c.employee_id = $4)
      order by c.code_id desc limit $3`,
    values: [campaign ?? null, cursor ?? null, limit + 1, employeeId ?? null],
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

function toCode(ctx: Context, { targetKind, targetId, state, expiresAt, createdAt, scans, ...row }: Row): CodeBody {
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
