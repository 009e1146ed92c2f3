import type { FastifyInstance } from 'fastify';
import type { codeRoutes } from '@jishi/contract/codes';
import { isCodeToken } from '@jishi/contract/plain/codes';
import type { Handlers } from '../http';
import { scanCode } from './scanCode';

export const codeHandlers: Handlers<typeof codeRoutes> = {
  'POST /api/codes/:token/scans': (ctx, { params, session }) => scanCode(ctx, session, params.token),
};

/** What a camera outside the super-apps reads: leads to the storefront on the web, which resolves the token itself. */
export function registerShortLinks(app: FastifyInstance): void {
  app.get<{ Params: { token: string } }>('/s/:token', async (request, reply) => {
    const { token } = request.params;
    // whatever is no token opens the shop
    return reply.header('cache-control', 'no-store').redirect(isCodeToken(token) ? `/?k=${token}` : '/', 302);
  });
}
