/** A small cache that forgets what was used longest ago, so that composing hundreds of pictures stays small. */
export function recent<V>(limit: number): (key: string, make: () => V) => V {
  const kept = new Map<string, V>();
  return (key, make) => {
    const hit = kept.get(key);
    const value = hit ?? make();
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > limit) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    }
    return value;
  };
}
