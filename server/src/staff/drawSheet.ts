import type { z } from 'zod';
import type { adminStaffRoutes } from '@jishi/contract/admin/staff';
import type { Actor } from '../adminAuth';
import { getCode, type CodeBody } from '../codes/editCodes';
import type { Context } from '../context';
import { AppError } from '../errors';
import { goodsOf, printedCode, readShopTheme } from './codeGoods';
import { reaches } from './invitations';

type Wish = z.output<(typeof adminStaffRoutes)['POST /admin/code-sheets']['body']>;

/**
 * Shelf labels for codes, a PDF of A4 pages. The store and the guide stand on them where all codes have the same. Throws
 * `not_found` (details: `token`) for a code that is not there, is not used any more, or is another store's.
 */
export async function drawSheet(ctx: Context, actor: Actor, { tokens, platform }: Wish): Promise<Buffer> {
  const codes: CodeBody[] = [];
  for (const token of new Set(tokens)) codes.push(await usableCode(ctx, actor, token));
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

async function usableCode(ctx: Context, actor: Actor, token: string): Promise<CodeBody> {
  const code = await getCode(ctx, token);
  const isOwn = actor.storeIds === null || (code.storeId !== null && reaches(actor, code.storeId));
  if (code.state !== 'active' || !isOwn) throw new AppError('not_found', { token });
  return code;
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
