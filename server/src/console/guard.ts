import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Env } from '../env';
import { AppError } from '../errors';
import { cookieNames, readCookie } from './cookies';

/** Nobody else's page shows, embeds or reads what is answered here. */
const CLOSED = {
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * Who may ask the console's origin for what: writes only from its own pages, and everybody as whoever their cookie says.
 * Admin routes read a bearer token, so the cookie's is put there, and one that a caller brings counts for nothing.
 */
export function guardConsole(app: FastifyInstance, env: Env): void {
  const { session } = cookieNames(env);
  // JSON alone, which no form of a page elsewhere can send
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(CLOSED);
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseStrangers(env, request);
    const token = readCookie(request.headers.cookie, session);
    delete request.headers.authorization;
    if (token) request.headers.authorization = `Bearer ${token}`;
  });
}

/**
 * SameSite does not tell the shop's origin from the console's, for ports and subdomains are one site. A page elsewhere can
 * neither set the header without asking first, nor choose its Origin. Throws `forbidden`.
 */
function refuseStrangers(env: Env, { headers }: FastifyRequest): void {
  if (headers['x-jishi-console'] !== '1') throw new AppError('forbidden', { reason: 'header' });
  const site = headers['sec-fetch-site'];
  const isOwn = isOwnOrigin(env, headers.origin, headers.host) && (site === undefined || site === 'same-origin');
  if (!isOwn) throw new AppError('forbidden', { reason: 'origin' });
}

function isOwnOrigin(
  { CONSOLE_URL, isProduction }: Env,
  origin: string | undefined,
  host: string | undefined,
): boolean {
  if (!origin) return false;
  if (origin === new URL(CONSOLE_URL).origin) return true;
  // whoever develops has other ports and both names of this machine; elsewhere a Host proves nothing
  return !isProduction && /^(localhost|127\.0\.0\.1):\d+$/.test(host ?? '') && origin === `http://${host}`;
}
