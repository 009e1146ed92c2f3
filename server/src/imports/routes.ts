import { PassThrough, type Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { requireControlToken } from '../controlToken';
import { AppError } from '../errors';
import type { ImportContext } from './importCatalogue';
import type { ImportMessage } from './importThrough';
import { receiveCsv } from './receiveCsv';
import { startImport } from './startImport';

/**
 * The control route through which `npm run import` reaches a running shop. Not part of the public contract: the token
 * is in the lock file, which only the owner of the data folder can read. Answers one JSON message a line.
 */
export function registerImports(app: FastifyInstance, ctx: ImportContext, token: string): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('text/csv', (_request, body, done) => done(null, body));
    scope.post<{ Body: Readable; Querystring: { pictures?: string } }>('/control/imports', async (request, reply) => {
      requireControlToken(request, token);
      if (!request.body) throw new AppError('unsupported_media_type');
      const { file, clean } = await receiveCsv(request.body);
      const out = new PassThrough();
      const send = (message: ImportMessage) => void (out.destroyed || out.write(`${JSON.stringify(message)}\n`));
      const { ended } = await startImport(ctx, file, {
        employeeId: null,
        isFetching: request.query.pictures !== '0',
        onProgress: (progress) => send({ progress }),
      }).catch(async (error: unknown) => {
        await clean();
        throw error;
      });
      void ended
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
