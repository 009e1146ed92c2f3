import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import esbuild from 'esbuild';
import type { Network } from './network';
import type { Bundle, Launch, PackageFiles } from './protocol';

const WEB = path.join(__dirname, 'web');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

let hostScript: Promise<string> | undefined;

/** The browser side as one script; built once per process. */
function buildHost(): Promise<string> {
  hostScript ??= esbuild
    .build({
      entryPoints: [path.join(WEB, 'main.ts')],
      bundle: true,
      format: 'iife',
      write: false,
      legalComments: 'none',
      // the project's tsconfig points at storefront aliases that must not leak into the runner
      tsconfigRaw: '{}',
    })
    .then((result) => result.outputFiles[0]?.text ?? '');
  return hostScript;
}

export interface HostServer {
  origin: string;
  /** What the next load of the page starts with. */
  launch: Launch & { storage?: Record<string, unknown>; appId?: string };
  close(): Promise<void>;
}

/** Serves one package with the runner's browser side on a free loopback port. */
export async function serveHost(files: PackageFiles, bundle: Bundle, network: Network): Promise<HostServer> {
  const script = await buildHost();
  const style = fs.readFileSync(path.join(WEB, 'host.css'), 'utf8');
  const packageJson = JSON.stringify(bundle);
  const host: HostServer = { origin: '', launch: {}, close: async () => {} };
  const page = () =>
    '<!doctype html><html><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no">' +
    '<link rel="stylesheet" href="/host.css"></head><body>' +
    `<script>window.__launch=${JSON.stringify(host.launch).replace(/</g, '\\u003c')}</script>` +
    '<script src="/host.js"></script></body></html>';

  const server = http.createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const send = (body: string | Buffer, extension: string) => {
      response.writeHead(200, { 'content-type': TYPES[extension] ?? 'application/octet-stream' });
      response.end(body);
    };
    if (name === '/net') return void network.forward(request, response);
    if (name === '/') return send(page(), '.html');
    if (name === '/host.js') return send(script, '.js');
    if (name === '/host.css') return send(style, '.css');
    if (name === '/bundle.json') return send(packageJson, '.json');
    const file = name.startsWith('/pkg/') ? files.get(name.slice('/pkg/'.length)) : undefined;
    if (file) return send(file, path.extname(name));
    response.writeHead(name === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  host.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return host;
}
