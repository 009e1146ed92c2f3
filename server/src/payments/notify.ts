import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { AppError } from '../errors';
import { NoticeRefused, type Notice, type RawNotice } from '../platform/types';
import { noteNotice } from './noteNotice';
import { takeNotice } from './takeNotice';

/**
 * `POST /notify/<platform>`: the platform's callbacks; `/notify/<platform>/messages`: its message push, with the check
 * of its address. The body stays raw until its signature has been verified, and the platform hears "stored" only after
 * the commit; anything else makes it call again. `topics` are those that have a job.
 */
export function registerNotices(app: FastifyInstance, ctx: Context, topics: string[]): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const platform of PLATFORMS) {
      const { noticeAnswer, messages } = ctx.platforms[platform];
      scope.post(`/notify/${platform}`, async (request, reply) => {
        const notice = await take(ctx, platform, topics, request, (raw) => ctx.platforms[platform].readNotice(raw));
        return answer(reply, notice.answer ?? noticeAnswer);
      });
      if (!messages) continue;
      scope.post(`/notify/${platform}/messages`, async (request, reply) => {
        const notice = await take(ctx, platform, topics, request, (raw) => messages.read(raw));
        return answer(reply, notice.answer ?? messages.answer);
      });
      scope.get(`/notify/${platform}/messages`, async (request, reply) => {
        const echo = messages.echo(queryOf(request));
        if (echo === null) throw new AppError('signature_invalid');
        return reply.type('text/plain').send(echo);
      });
    }
  });
}

const queryOf = (request: FastifyRequest) => request.query as RawNotice['query'];
const answer = (reply: FastifyReply, { contentType, body }: { contentType: string; body: string }) =>
  reply.type(contentType).send(body);

async function take(
  ctx: Context,
  platform: Platform,
  topics: string[],
  request: FastifyRequest,
  read: (raw: RawNotice) => Notice | Promise<Notice>,
): Promise<Notice> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const bodyHash = createHash('sha256').update(body).digest('base64url');
  let notice: Notice;
  try {
    notice = await read({ headers: request.headers, body, query: queryOf(request) });
  } catch (error) {
    if (error instanceof NoticeRefused) {
      const { fault: reason } = error;
      await noteNotice(ctx, ctx.db, { platform, outcome: 'refused', reason, noticeId: null, bodyHash });
      request.log.warn({ platform, reason }, 'notice refused');
    }
    throw error;
  }
  const taken = await takeNotice(ctx, { platform, notice, bodyHash, topics });
  request.log.info({ platform, noticeId: notice.noticeId, kind: notice.kind, ...taken }, 'notice taken');
  return notice;
  return notice;
}
