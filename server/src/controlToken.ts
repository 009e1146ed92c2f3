import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from './errors';

/** Lets only those in who can read the lock file of the data folder. Throws `forbidden`. */
export function requireControlToken(request: FastifyRequest, token: string): void {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) throw new AppError('forbidden');
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
