import type { Context } from '../context';
import { sql } from '../db/db';
import { saveCatalogue } from '../products/saveCatalogue';
import { saveHotWords } from '../search/hotWords';
import { DEMO_CATEGORIES } from './categories';
import { seedDelivery } from './demoDelivery';
import { seedLayouts } from './demoLayouts';
import { DEMO_HOT_WORDS } from './hotWords';
import { seedDemo } from './seedDemo';

/**
 * Fills an empty shop with the demo goods, once. Answers whether it did. Never in production, nor with DEMO_SHOP=off.
 * `onProgress` gets Chinese lines for the waiting page.
 */
export async function seedDemoShop(ctx: Context, onProgress: (line: string) => void): Promise<boolean> {
  if (ctx.env.isProduction || ctx.env.DEMO_SHOP === 'off') return false;
  const [known] = await ctx.db.query(sql`select 1 from products limit 1`);
  if (known) return false;
  await seedDemo({
    assets: ctx.assets,
    onProgress: (done, total) => onProgress(`正在摆货：拍好了 ${done} / ${total} 张照片`),
    save: async (products) => {
      await saveCatalogue(ctx, products, { categories: DEMO_CATEGORIES });
      await ctx.db.tx((tx) => saveHotWords(tx, DEMO_HOT_WORDS));
    },
  });
  await seedDelivery(ctx);
  await seedLayouts(ctx);
  return true;
}
