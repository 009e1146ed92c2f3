const OFFSET_MS = 8 * 3_600_000;

/** An instant as Beijing's clocks show it, `2026-11-26T09:30:00.000`: all of China has one time, and no summer time. */
export const inBeijing = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, -1);

/** `2026-11-26`, the day in Beijing. */
export const dayOf = (at: Date): string => inBeijing(at).slice(0, 10);

/** The first moment of a day in Beijing. */
export const startOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS);
