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

/** The page that the console shows in a frame. */
export interface Framing {
  isTokenGood(token: string): Promise<boolean>;
  /** Of the console that asks; a page is framed by no other. */
  originFor(referer: string | undefined): string;
}

/** Serves the H5 storefront at `/`, and to the console alone in a frame, at `/preview`. */
export async function registerWeb(app: FastifyInstance, web: Web, framing: Framing): Promise<void> {
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
  const readPage = async (framedBy = "'none'") => {
    const state = web.state();
    const html = state.isReady ? await readFile(path.join(web.folder, 'index.html'), 'utf8') : progressPage(state.line);
    return { html, policy: contentPolicy(state.isReady ? html : '', framedBy) };
  };
  for (const url of ['/', '/index.html']) {
    app.get(url, async (_request, reply) => {
      const { html, policy } = await readPage();
      return reply
        .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' })
        .type('text/html; charset=utf-8')
        .send(html);
    });
  }
  app.get<{ Querystring: { token?: unknown } }>('/preview', async (request, reply) => {
    const { token } = request.query;
    const isGood = typeof token === 'string' && (await framing.isTokenGood(token));
    const origin = framing.originFor(request.headers.referer);
    const { html, policy } = await readPage(origin);
    const page = html.replace('<head>', `<head><meta name="console-origin" content="${origin}">`);
    return reply
      .code(isGood ? 200 : 403)
      .removeHeader('x-frame-options')
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(isGood ? page : PREVIEW_OVER);
  });
}

const PREVIEW_OVER = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>预览已结束</title>
<style>body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;background:#f7f2ea;
color:#261e18;font-family:-apple-system,"PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;text-align:center}
p{color:#6f6358}</style></head><body><main><h1>预览已结束</h1><p>预览的链接半小时内有效，请回到后台重新打开</p></main></body></html>`;

/** Scripts only from this origin, plus the page's own inline ones, named by hash. */
function contentPolicy(html: string, framedBy: string): string {
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
    // films of a layout may lie elsewhere
    "media-src 'self' https:",
    // Taro's own icon font is written into its style
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}
