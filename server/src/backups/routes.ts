import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { assetsFolder } from '../assets/openBlobs';
import type { Context } from '../context';
import { requireControlToken } from '../controlToken';
import { writeBackup } from './writeBackup';

/**
 * The control route through which `npm run backup` reaches a running shop with an embedded database, which no second
 * process may open. Answers the archive; one that ends early has no manifest and is refused by the command.
 */
export function registerBackups(app: FastifyInstance, ctx: Pick<Context, 'db' | 'env'>, token: string): void {
  app.get('/control/backup', (request, reply) => {
    requireControlToken(request, token);
    const out = new PassThrough();
    writeBackup({ db: ctx.db, assetsFolder: assetsFolder(ctx.env) }, out).then(
      () => out.end(),
      (error: Error) => {
        if (!out.destroyed) request.log.error({ err: error }, 'backup failed');
        out.destroy(error);
      },
    );
    return reply.type('application/x-tar').send(out);
  });
}
