/** A small cache that forgets what was used longest ago, so that composing hundreds of pictures stays small. */
export interface Recent<V> {
  get(key: string, make: () => V): V;
  clear(): void;
}

export function recent<V>(limit: number): Recent<V> {
  const kept = new Map<string, V>();
  return {
    get(key, make) {
      const value = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
      return value;
    },
    clear: () => kept.clear(),
  };
}
