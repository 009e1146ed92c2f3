import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Env } from '../env';
import { AppError } from '../errors';
import { progressPage } from './progress';
import type { Web } from './web';

/** These belong to programs: an address in them that does not exist is an error, never a page. */
const NO_PAGE = /^\/(admin|api|session|assets|static)(\/|\?|$)/;

/** Serves the built console: its hashed files under `/static`, and its page at every other address. */
export async function registerConsolePages(app: FastifyInstance, env: Env, web: Web): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.join(web.folder, 'static'),
    prefix: '/static/',
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
  });
  app.get('/*', async (request, reply) => {
    if (NO_PAGE.test(request.url)) throw new AppError('not_found');
    const nonce = randomBytes(18).toString('base64');
    const state = web.state();
    const html = state.isReady
      ? (await readFile(path.join(web.folder, 'index.html'), 'utf8')).replace('__STYLE_NONCE__', nonce)
      : progressPage(state.line).replace('<style>', `<style nonce="${nonce}">`);
    return reply
      .headers({
        'content-security-policy': contentPolicy(env, nonce),
        'cache-control': 'no-store',
      })
      .type('text/html; charset=utf-8')
      .send(html);
  });
}

/** Nothing but what is named, no inline script at all; styles only with the nonce of this very answer. */
function contentPolicy(env: Env, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' https: data: blob:",
    "connect-src 'self'",
    "font-src 'self' data:",
    // the editor shows the shop itself
    `frame-src ${shopOrigins(env).join(' ')}`,
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** Where the shop's page may come from; whoever develops calls this machine by either name. */
function shopOrigins({ PUBLIC_URL, PORT, isProduction }: Env): string[] {
  const local = isProduction ? [] : ['localhost', '127.0.0.1'].map((name) => `http://${name}:${PORT || '*'}`);
  return [...new Set([new URL(PUBLIC_URL).origin, ...local])];
}
