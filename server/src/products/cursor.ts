import { AppError } from '../errors';

/** A cursor is the sort value and the id of the last item seen: pages stay right while items come and go. */
export function writeCursor(values: readonly [string, string]): string {
  return values.join('.');
}

/** Throws `invalid_request` for text that no page has given out. */
export function readCursor(cursor: string | undefined): [string, string] | null {
  if (cursor === undefined) return null;
  const match = /^(\d{1,18})\.(\d{1,18})$/.exec(cursor);
  if (!match) throw new AppError('invalid_request', { issues: [{ path: 'query.cursor', message: '游标不对' }] });
  return [match[1]!, match[2]!];
}
