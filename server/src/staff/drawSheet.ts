import type { z } from 'zod';
import type { adminStaffRoutes } from '@jishi/contract/admin/staff';
import type { Actor } from '../adminAuth';
import { writeAudit } from '../audit';
import type { CodeBody } from '../codes/editCodes';
import { reachCodes } from '../codes/reachCode';
import type { Context } from '../context';
import { AppError } from '../errors';
import { goodsOf, printedCode, readShopTheme } from './codeGoods';

type Wish = z.output<(typeof adminStaffRoutes)['POST /admin/code-sheets']['body']>;

/** Draws the sheet and notes it in the audit log. Throws as `drawSheet` does. */
export async function printSheet(
  ctx: Context,
  { actor, requestId }: { actor: Actor; requestId: string },
  wish: Wish,
): Promise<{ pdf: Buffer; count: number }> {
  const pdf = await drawSheet(ctx, actor, wish);
  const count = new Set(wish.tokens).size;
  await writeAudit(ctx, ctx.db, {
    employeeId: actor.employeeId,
    action: 'POST /admin/code-sheets',
    target: 'codes',
    before: null,
    after: { count, platform: wish.platform },
    requestId,
  });
  return { pdf, count };
}

/**
 * Shelf labels for codes, a PDF of A4 pages. The store and the guide stand on them where all codes have the same. Throws
 * `not_found` (details: `token`) for a code that is not there, is not used any more, or is another store's.
 */
async function drawSheet(ctx: Context, actor: Actor, { tokens, platform }: Wish): Promise<Buffer> {
  const codes = await reachCodes(ctx, actor, [...new Set(tokens)]);
  const over = codes.find(({ state }) => state !== 'active');
  if (over) throw new AppError('not_found', { token: over.token });
  const labels = [];
  // one by one: each may ask the super-app for its picture
  for (const code of codes) {
    const { title, priceFen, wasFen } = await goodsOf(ctx, code, 0);
    labels.push({ title, priceFen, wasFen, code: await printedCode(ctx, code.token, platform) });
  }
  return ctx.posters.sheet({
    theme: await readShopTheme(ctx),
    shopName: ctx.env.SHOP_NAME,
    storeName: await nameOf(
      ctx,
      'stores',
      'store_id',
      shared(codes, ({ storeId }) => storeId),
    ),
    staffName: await nameOf(
      ctx,
      'employees',
      'employee_id',
      shared(codes, ({ employeeId }) => employeeId),
    ),
    labels,
  });
}

/** What all of them have, or null. */
function shared(codes: readonly CodeBody[], of: (code: CodeBody) => string | null): string | null {
  const [first, ...others] = new Set(codes.map(of));
  return others.length > 0 ? null : (first ?? null);
}

async function nameOf(ctx: Context, table: 'stores' | 'employees', key: string, id: string | null) {
  if (id === null) return null;
  const [row] = await ctx.db.query<{ name: string }>({
    text: `select name from ${table} where ${key} = $1`,
    values: [id],
  });
  return row?.name ?? null;
}
