import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { employeeRoutes } from '@jishi/contract/admin/employees';
import { authenticateEmployee } from '../adminAuth';
import type { Context } from '../context';
import { createFirstOwner, needsOwner } from '../employees/firstOwner';
import { getEmployee, type EmployeeBody } from '../employees/employees';
import { endSession, signIn, type EmployeeSessionBody } from '../employees/signIn';
import { AppError } from '../errors';
import { parse } from '../readCall';
import { cookieNames, readCookie, setCookie } from './cookies';

/** Browsers keep a cookie no longer than this. */
const DEVICE_SECONDS = 400 * 86_400;

interface SessionState {
  employee: EmployeeBody | null;
  needsOwner: boolean;
}

const SignIn = employeeRoutes['POST /admin/sessions'].body.omit({ deviceToken: true });
const Owner = employeeRoutes['POST /admin/owner'].body;

/** `/session` of the console's origin: the sign-in whose token goes into a cookie instead of a script's hands. */
export function registerConsoleSession(app: FastifyInstance, ctx: Context): void {
  const names = cookieNames(ctx.env);

  const whoIs = async (request: FastifyRequest): Promise<SessionState> => {
    const actor = await authenticateEmployee(ctx, request.headers.authorization).catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    });
    if (actor) return { employee: await getEmployee(ctx.db, actor.employeeId), needsOwner: false };
    return { employee: null, needsOwner: await needsOwner(ctx) };
  };
  const welcome = (reply: FastifyReply, { token, expiresAt, deviceToken, employee }: EmployeeSessionBody) => {
    const seconds = Math.floor((Date.parse(expiresAt) - ctx.now().getTime()) / 1000);
    void reply
      .code(201)
      .header('set-cookie', setCookie(ctx.env, names.session, token, seconds))
      .header('set-cookie', setCookie(ctx.env, names.device, deviceToken, DEVICE_SECONDS));
    return { employee, needsOwner: false } satisfies SessionState;
  };

  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/session')) void reply.header('cache-control', 'no-store');
  });
  app.get('/session', whoIs);
  app.post('/session', async (request, reply) => {
    const body = parse(SignIn, request.body ?? undefined, 'body');
    const deviceToken = readCookie(request.headers.cookie, names.device);
    return welcome(reply, await signIn(ctx, { ...body, deviceToken, ip: request.ip }, request.id));
  });
  app.post('/session/owner', async (request, reply) => {
    const body = parse(Owner, request.body ?? undefined, 'body');
    return welcome(reply, await createFirstOwner(ctx, body, request.id));
  });
  app.delete('/session', async (request, reply) => {
    const actor = await authenticateEmployee(ctx, request.headers.authorization);
    await endSession(ctx, actor, request.id);
    void reply.header('set-cookie', setCookie(ctx.env, names.session, '', 0));
    return {};
  });
}
