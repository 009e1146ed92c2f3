import type { Context } from '../context';
import { sql } from '../db/db';

export interface StoredFile {
  bytes: number;
  /** Unknown for the demo shop's own pictures. */
  size: { width: number; height: number } | null;
}

/** `ab/abcd-400.jpg` is a smaller size of `ab/abcd.jpg`. */
const SIZED = /^([0-9a-f]{2}\/[0-9a-f]{32})-\d+(\.\w+)$/;

/** Of each address that is ours what lies there, or null; other addresses are not in the answer. */
export async function readStored(ctx: Context, urls: readonly string[]): Promise<Map<string, StoredFile | null>> {
  const names = new Map(
    urls.filter((url) => url.startsWith('/assets/')).map((url) => [url, url.slice('/assets/'.length)] as const),
  );
  const originals = [...names.values()].map((name) => name.replace(SIZED, '$1$2'));
  const rows = await ctx.db.query<{ name: string; width: number; height: number; bytes: number }>(
    sql`select name, width, height, bytes from assets where name = any(${originals}::text[])`,
  );
  const kept = new Map(rows.map((row) => [row.name, row]));
  const entries = [...names].map(async ([url, name]): Promise<[string, StoredFile | null]> => {
    const row = kept.get(name.replace(SIZED, '$1$2'));
    if (!row) return [url, await readNamed(ctx, name)];
    const { width, height } = row;
    return [url, { bytes: SIZED.test(name) ? 0 : row.bytes, size: { width, height } }];
  });
  return new Map(await Promise.all(entries));
}

/** Files under a fixed name have no row. A private one is nobody's to show. */
async function readNamed(ctx: Context, name: string): Promise<StoredFile | null> {
  if (name.startsWith('private/')) return null;
  const blob = await ctx.assets.read(name);
  blob?.stream.destroy();
  return blob && { bytes: blob.size, size: null };
}
