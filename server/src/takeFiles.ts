import type { FastifyInstance } from 'fastify';

/** Lets the handlers of a scope read the body as it comes, whatever the sender calls it. */
export function takeFiles(scope: FastifyInstance): FastifyInstance {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
  return scope;
}
