import { AppError } from '../errors';

/** A cursor is the sort values and the id of the last item seen: pages stay right while items come and go. */
export function writeCursor(values: readonly string[]): string {
  return values.join('.');
}

/** Throws `invalid_request` for text that no page has given out. */
export function readCursor(cursor: string | undefined): [string, string] | null {
  return readCursorOf(2, cursor) as [string, string] | null;
}

/** Likewise for an order of `count` columns, the id among them. */
export function readCursorOf(count: number, cursor: string | undefined): string[] | null {
  if (cursor === undefined) return null;
  const values = cursor.split('.');
  if (values.length !== count || !values.every((value) => /^\d{1,18}$/.test(value)))
    throw new AppError('invalid_request', { issues: [{ path: 'query.cursor', message: '游标不对' }] });
  return values;
}
