/** FNV-1a, 32 bits. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Where a device stands under a salt, 0 up to 100: the same for ever, and under another salt somewhere else. Hashed
 * twice, because once leaves neighbouring ids in neighbouring places.
 */
export const bucketOf = (salt: string, deviceId: string): number => (fnv(String(fnv(salt + deviceId))) % 10_000) / 100;
