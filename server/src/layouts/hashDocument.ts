import { createHash } from 'node:crypto';

/** The same for the same content: the database keeps no order of keys. */
export const hashDocument = (document: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(document)))
    .digest('base64url');

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).map(([key, child]) => [key, ordered(child)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
