import type { FastifyInstance } from 'fastify';
import type { AdminRouteShape } from '@jishi/contract/admin/defineAdminRoutes';
import { adminRoutes } from '@jishi/contract/admin/routes';
import type { RouteShape } from '@jishi/contract/defineRoutes';
import { authenticateEmployee } from './adminAuth';
import type { Context } from './context';
import { AppError } from './errors';
import { requireInsider } from './metrics';
import { openApiDocument } from './openapi';

/** `/admin/openapi.json`: for insiders as the shop's own document, and for an owner who has signed in. */
export function registerAdminDocs(app: FastifyInstance, ctx: Context): void {
  const document = openApiDocument(
    Object.fromEntries(Object.entries<AdminRouteShape>(adminRoutes).map(([name, route]) => [name, asRoute(route)])),
    '集市后台 API',
  );
  app.get('/admin/openapi.json', async (request) => {
    const actor = await authenticateEmployee(ctx, request.headers.authorization).catch(() => null);
    if (actor && actor.role !== 'owner') throw new AppError('forbidden');
    if (!actor) requireInsider(ctx, request);
    return document;
  });
}

function asRoute({ roles, ...route }: AdminRouteShape): RouteShape {
  const isOpen = roles === 'anyone';
  return {
    ...route,
    summary: isOpen ? route.summary : `${route.summary}（${roles.join('、')}）`,
    access: isOpen ? 'public' : 'session',
    errors: isOpen ? route.errors : [...route.errors, 'forbidden'],
  };
}
