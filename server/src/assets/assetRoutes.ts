import type { FastifyInstance, FastifyReply } from 'fastify';
import { PICTURE_WIDTHS } from '@jishi/contract/plain/pictures';
import type { Context } from '../context';
import { AppError } from '../errors';
import { hasCurrent } from '../hasCurrent';
import { isPrivate, type AssetStore } from './assetStore';
import type { Blob } from './blobs';

const TYPES: Record<string, string> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const FOR_EVER = 'public, max-age=31536000, immutable';
const HASHED = /^([0-9a-f]{2}\/[0-9a-f]{32})(?:-(\d{1,6}))?\.(\w+)$/;

/** `/assets/*`: public files for everybody, private ones for whoever has a link. Throws `not_found` for all others. */
export function registerAssets(app: FastifyInstance, ctx: Context): void {
  app.get<{ Params: { '*': string }; Querystring: Record<string, unknown> }>('/assets/*', async (request, reply) => {
    const name = request.params['*'];
    if (isPrivate(name)) {
      const { expires, signature } = request.query;
      if (!ctx.assets.isLinkValid(name, String(expires), String(signature))) throw new AppError('not_found');
      return send(reply, name, await ctx.assets.read(name), 'private, no-store');
    }
    const [, stem, width, type] = HASHED.exec(name) ?? [];
    if (!stem) return send(reply, name, await ctx.assets.read(name), 'public, max-age=300');
    const { blob, isExact } = await readSized(ctx.assets, stem, width, type!);
    // a larger picture stands in for one that is not made yet
    if (!isExact) return send(reply, name, blob, 'public, max-age=60');
    // a hashed name never holds other bytes
    const etag = `"${name}"`;
    void reply.header('etag', etag);
    if (!hasCurrent(request.headers['if-none-match'], etag)) return send(reply, name, blob, FOR_EVER);
    blob.stream.destroy();
    return reply.header('cache-control', FOR_EVER).code(304).send();
  });
}

/** The file of this width, or else the next larger one, at last the whole picture. Nothing for widths that are not made. */
async function readSized(assets: AssetStore, stem: string, width: string | undefined, type: string) {
  const first = (PICTURE_WIDTHS as readonly number[]).indexOf(Number(width));
  if (width !== undefined && first < 0) throw new AppError('not_found');
  const larger = width === undefined ? [] : PICTURE_WIDTHS.slice(first).map((one) => `${stem}-${one}.${type}`);
  const [exact, ...others] = [...larger, `${stem}.${type}`];
  const blob = await assets.read(exact!);
  if (blob) return { blob, isExact: true };
  for (const other of others) {
    const next = await assets.read(other);
    if (next) return { blob: next, isExact: false };
  }
  throw new AppError('not_found');
}

function send(reply: FastifyReply, name: string, blob: Blob | null, caching: string): FastifyReply {
  if (!blob) throw new AppError('not_found');
  const type = TYPES[name.split('.').pop()!]!;
  return reply.headers({ 'cache-control': caching, 'content-length': blob.size }).type(type).send(blob.stream);
}
