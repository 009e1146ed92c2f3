import type { FastifyInstance } from 'fastify';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { settlePayment } from './settlePayment';

/**
 * `POST /notify/<platform>`: the platform's callbacks. The body stays raw until its signature has been verified, and
 * the platform hears "stored" only after the commit; anything else makes it call again.
 */
export function registerNotices(app: FastifyInstance, ctx: Context): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const platform of PLATFORMS) {
      const adapter = ctx.platforms[platform];
      scope.post(`/notify/${platform}`, async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const report = adapter.readNotice({ headers: request.headers, body });
        const state = await settlePayment(ctx, report, 'notice');
        request.log.info({ tradeNo: report.tradeNo, reported: report.state, state }, 'payment notice');
        return reply.type(adapter.noticeAnswer.contentType).send(adapter.noticeAnswer.body);
      });
    }
  });
}
