/** One tag of a list; what is between the quotes may be a comma. */
const TAG = /(?:W\/)?("[^"]*")/g;

/**
 * Whether a caller's `If-None-Match` names what would be sent (RFC 9110, 13.1.2): `*`, one tag or a list. Weak tags count,
 * as a proxy that compresses an answer makes its tag weak.
 */
export function hasCurrent(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  const wanted = etag.replace(/^W\//, '');
  return [...ifNoneMatch.matchAll(TAG)].some(([, tag]) => tag === wanted);
}
