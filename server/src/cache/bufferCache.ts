/** A serialised answer and the state of the shop that it shows. */
export interface CachedAnswer {
  /** Two answers of one key with the same version are the same. */
  version: string;
  body: Buffer;
  etag: string;
}

export interface BufferCache {
  get(key: string): CachedAnswer | undefined;
  set(key: string, answer: CachedAnswer): void;
  /** What it holds, keys and overhead included. */
  readonly bytes: number;
}

/** About what an entry costs beside its text. */
const OVERHEAD_BYTES = 300;

/** Keeps the answers that were asked for most recently, up to `maxBytes`; an answer above a tenth of it is not kept. */
export function bufferCache(maxBytes: number): BufferCache {
  // a Map iterates in the order of insertion: the first entry is the one not asked for longest
  const entries = new Map<string, CachedAnswer>();
  let bytes = 0;
  const sizeOf = (key: string, answer: CachedAnswer) => answer.body.length + 2 * key.length + OVERHEAD_BYTES;

  function remove(key: string): void {
    const known = entries.get(key);
    if (!known) return;
    entries.delete(key);
    bytes -= sizeOf(key, known);
  }

  return {
    get(key) {
      const known = entries.get(key);
      if (!known) return undefined;
      entries.delete(key);
      entries.set(key, known);
      return known;
    },
    set(key, answer) {
      remove(key);
      const size = sizeOf(key, answer);
      if (size > maxBytes / 10) return;
      entries.set(key, answer);
      bytes += size;
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes) break;
        remove(oldest);
      }
    },
    get bytes() {
      return bytes;
    },
  };
}
