import { createHash, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors';
import { importCatalogue, type ImportContext } from './importCatalogue';
import type { ImportMessage } from './importThrough';

const MAX_FILE = 64 * 1024 * 1024;

/**
 * The control route through which `npm run import` reaches a running shop. Not part of the public contract: the token
 * is in the lock file, which only the owner of the data folder can read. Answers one JSON message a line.
 */
export function registerImports(app: FastifyInstance, ctx: ImportContext, token: string): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('text/csv', (_request, body, done) => done(null, body));
    scope.post<{ Body: Readable; Querystring: { pictures?: string } }>('/control/imports', async (request, reply) => {
      if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) throw new AppError('forbidden');
      if (!request.body) throw new AppError('unsupported_media_type');
      const folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-import-'));
      const clean = () => rm(folder, { recursive: true, force: true });
      const file = path.join(folder, 'products.csv');
      try {
        await pipeline(request.body, limit(MAX_FILE), createWriteStream(file));
      } catch (error) {
        await clean();
        throw error;
      }
      const out = new PassThrough();
      const send = (message: ImportMessage) => void (out.destroyed || out.write(`${JSON.stringify(message)}\n`));
      // goes on when the command goes away: what was asked for is either done or not, never half
      void importCatalogue(ctx, file, {
        isFetching: request.query.pictures !== '0',
        onProgress: (progress) => send({ progress }),
      })
        .then((result) => send({ result }))
        .catch((error: unknown) => {
          request.log.error({ err: error }, 'import failed');
          send({ error: '导入失败，没有写入任何商品；原因见服务的日志' });
        })
        .finally(() => {
          out.end();
          void clean();
        });
      return reply.type('application/x-ndjson').send(out);
    });
  });
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function limit(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) done(new AppError('too_large'));
      else done(null, chunk);
    },
  });
}
