import { createHash } from 'node:crypto';
import type { Queryable } from '../db/db';
import { bufferCache, type CachedAnswer } from './bufferCache';
import { shareReads } from './shareReads';
import { readVersions, type Versions } from './versions';

/** What an answer shows of the stock: nothing, which SKUs are sold out, or the units of one product. */
export type StockShown = 'none' | 'soldOut' | { productId: string };

export interface HotRead {
  /** The route and what it was asked. */
  key: string;
  stock: StockShown;
  /** Makes the answer anew; `units`, of one product, as the answer itself shows them (`unitsText`). */
  compute(): Promise<{ body: Buffer; units?: string }>;
}

export interface HotReads {
  /** The answer as it stands at a moment after this call, from the cache where it still holds. */
  answer(read: HotRead): Promise<CachedAnswer>;
  /** The revision of the layouts at a moment after this call; shares the statement with all who ask. */
  layoutRevision(): Promise<string>;
}

const MAX_BYTES = 64 * 1024 * 1024;

/** The units of a product's SKUs in the order in which they are shown. */
export const unitsText = (skus: readonly { stock: number }[]) => skus.map((sku) => sku.stock).join();

/** Answers of this process, checked against the database at every request. One for each `Context`. */
export function hotReads(db: Queryable, maxBytes = MAX_BYTES): HotReads {
  const kept = bufferCache(maxBytes);
  const running = new Map<string, { version: string; result: Promise<CachedAnswer> }>();
  const shared = shareReads((productIds: string[]) => readVersions(db, productIds));

  async function compute(read: HotRead, versions: Versions): Promise<CachedAnswer> {
    const { body, units } = await read.compute();
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    // The revision was read before the answer was made, so the answer is at least as new. Units go back and forth:
    // only those that the answer itself shows say what it stands for.
    const answer = { version: versionOf(read.stock, versions, units), body, etag };
    kept.set(read.key, answer);
    return answer;
  }

  return {
    layoutRevision: async () => (await shared()).layouts,
    async answer(read) {
      const versions = await shared(typeof read.stock === 'object' ? read.stock.productId : undefined);
      const version = versionOf(read.stock, versions);
      const known = kept.get(read.key);
      if (known?.version === version) return known;
      const other = running.get(read.key);
      if (other?.version === version) {
        const answer = await other.result;
        if (answer.version === version) return answer;
      }
      const result = compute(read, versions);
      const mine = { version, result };
      running.set(read.key, mine);
      try {
        return await result;
      } finally {
        if (running.get(read.key) === mine) running.delete(read.key);
      }
    },
  };
}

function versionOf(stock: StockShown, versions: Versions, units?: string): string {
  if (stock === 'none') return versions.catalogue;
  if (stock === 'soldOut') return `${versions.catalogue}.${versions.stock}`;
  return `${versions.catalogue}:${units ?? versions.units[stock.productId] ?? ''}`;
}
