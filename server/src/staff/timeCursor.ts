/** Where a list that goes back in time stands: a moment and, of those of the same moment, an id. */
export function readTimeCursor(cursor: string | undefined): { at: Date | null; id: string | null } {
  const [, ms, id] = /^(\d{1,14})\.([1-9]\d{0,17})$/.exec(cursor ?? '') ?? [];
  return ms && id ? { at: new Date(Number(ms)), id } : { at: null, id: null };
}

export const timeCursor = (at: Date, id: string): string => `${at.getTime()}.${id}`;
