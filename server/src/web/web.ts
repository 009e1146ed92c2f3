import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { progressPage } from './progress';

/** The built H5 storefront. `state` changes while start.mjs builds it. */
export interface Web {
  folder: string;
  state(): { isReady: true } | { isReady: false; line: string };
}

const YEAR = 'public, max-age=31536000, immutable';

/** Serves the H5 storefront at `/`. */
export async function registerWeb(app: FastifyInstance, web: Web): Promise<void> {
  await app.register(fastifyStatic, {
    root: web.folder,
    prefix: '/',
    index: false,
    wildcard: true,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (response, file) => {
      response.setHeader('cache-control', /\.[0-9a-f]{8}\./.test(file) ? YEAR : 'no-cache');
    },
  });
  const sendPage = async () => {
    const state = web.state();
    if (!state.isReady) return { html: progressPage(state.line), policy: contentPolicy('') };
    const html = await readFile(path.join(web.folder, 'index.html'), 'utf8');
    return { html, policy: contentPolicy(html) };
  };
  for (const url of ['/', '/index.html']) {
    app.get(url, async (_request, reply) => {
      const { html, policy } = await sendPage();
      return reply
        .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' })
        .type('text/html; charset=utf-8')
        .send(html);
    });
  }
}

/** Scripts only from this origin, plus the page's own inline ones, named by hash. */
function contentPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    // the last hash is of `javascript:;`, which the tabs of Taro's tab bar link to
    `script-src 'self' ${hashes.join(' ')} 'unsafe-hashes' 'sha256-lfXlPY3+MCPOPb4mrw1Y961+745U3WlDQVcOXdchSQc='`,
    // Taro's web components put their styles in style elements
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' https: data: blob:",
    // Taro's own icon font is written into its style
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
