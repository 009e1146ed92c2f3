import { accessories } from './products/accessories';
import { bakery } from './products/bakery';
import { care } from './products/care';
import { fruit } from './products/fruit';
import { home } from './products/home';
import { kitchen } from './products/kitchen';
import { outdoor } from './products/outdoor';
import { pantry } from './products/pantry';
import { study } from './products/study';
import { tea } from './products/tea';
import { toys } from './products/toys';
import { wardrobe } from './products/wardrobe';
import type { DemoProduct } from './shelf';

const shelves = [tea, fruit, bakery, home, wardrobe, care, outdoor, toys, kitchen, pantry, accessories, study];

/**
 * All products, one of each shelf in turn and the best of every shelf last: lists show what came last first, so a
 * shopper meets a mixed market instead of fifteen teas in a row.
 */
export const demoProducts: DemoProduct[] = Array.from({ length: Math.max(...shelves.map((s) => s.length)) }, (_, row) =>
  shelves.flatMap((products) => products[row] ?? []),
)
  .flat()
  .reverse();
