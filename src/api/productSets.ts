import type { ProductSource } from '@jishi/contract/layouts';
import { MAX_PRODUCT_SETS } from '@jishi/contract/plain/layouts';
import { queryOf } from '@jishi/contract/plain/productSource';
import { hasCode } from '@/lib/apiError';
import { listProducts, type ProductPage } from './products';
import { callPublic } from './request';

/** Of the sources as JSON, which the server reads up to 8000 of, with room for their encoding. */
const MAX_LENGTH = 6_000;

interface Wanted {
  source: ProductSource;
  resolve(page: ProductPage | Promise<ProductPage>): void;
  reject(reason: unknown): void;
}

let waiting: Wanted[] = [];

/**
 * The products of one block. Those that a page's blocks ask for in the same moment travel together, one call for all of
 * them; where that call is refused or broken each goes its own way. Throws ApiError.
 */
export function loadProductSet(source: ProductSource): Promise<ProductPage> {
  return new Promise((resolve, reject) => {
    // after the effects of all blocks that were drawn together
    if (waiting.length === 0) setTimeout(sendWaiting);
    waiting.push({ source, resolve, reject });
  });
}

function sendWaiting(): void {
  const all = waiting;
  waiting = [];
  for (const group of groupsOf(all)) void loadTogether(group);
}

async function loadTogether(group: readonly Wanted[]): Promise<void> {
  const alone = ({ source, resolve }: Wanted) => resolve(listProducts(queryOf(source)));
  if (group.length === 1) return alone(group[0]!);
  try {
    const sources = JSON.stringify(group.map(({ source }) => source));
    const { sets } = await callPublic('GET /api/product-sets', { query: { sources } }, 'sets');
    group.forEach((wanted, index) => {
      const items = sets[index]?.items;
      if (Array.isArray(items)) wanted.resolve({ items, nextCursor: null });
      else alone(wanted);
    });
  } catch (error) {
    // what found no server at all would not find it several times either
    if (hasCode(error, 'offline', 'timeout')) group.forEach(({ reject }) => reject(error));
    else group.forEach(alone);
  }
}

function groupsOf(all: readonly Wanted[]): Wanted[][] {
  const groups: Wanted[][] = [];
  let length = 0;
  for (const wanted of all) {
    const more = JSON.stringify(wanted.source).length;
    const last = groups[groups.length - 1];
    if (last && last.length < MAX_PRODUCT_SETS && length + more <= MAX_LENGTH) {
      last.push(wanted);
      length += more;
    } else {
      groups.push([wanted]);
      length = more;
    }
  }
  return groups;
}
