import { z } from 'zod';
import { MAX_PAGE } from './plain/limits';
import { PLATFORMS } from './plain/platforms';

/** Building blocks that several resources share. */

/** Ids are made by the server, up to 18 digits, carried as strings because JavaScript numbers stop at 2^53. */
export const Id = z.string().regex(/^[1-9]\d{0,17}$/);
/** Money in fen. */
export const Fen = z.int().min(0).max(1_000_000_000);
/** Money in fen as a query's text. */
export const QueryFen = z.coerce.number().int().min(0).max(1_000_000_000);
/** UTC, `2026-11-25T08:00:00.000Z`. */
export const Time = z.iso.datetime();
/** A time that somebody may say; the database knows no year 0. */
export const SaidTime = Time.refine((time) => /^2[01]/.test(time), { error: '时间不对' });
export const PlatformName = z.enum(PLATFORMS);
/** A path under this server (`/assets/…`) or an https address. */
export const PictureUrl = z.string().max(500);
export const IdempotencyHeaders = z.object({ 'idempotency-key': z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) });

/** Query values arrive as text. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20),
  cursor: z.string().max(200).optional(),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
