import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Access, RouteShape } from '@jishi/contract/defineRoutes';
import { ERROR_STATUS, type ErrorCode } from '@jishi/contract/plain/errors';
import { routes } from '@jishi/contract/routes';
import type { Context } from './context';
import { requireInsider } from './metrics';

const ACCESS_WORDS: Record<Access, string> = { public: '', session: '会话', till: '员工会话或收银密钥' };

const COMMON: readonly ErrorCode[] = ['invalid_request', 'rate_limited', 'internal'];

/** The OpenAPI 3.1 document, made from the same route table that the server and the client use. */
export function openApiDocument(
  table: Record<string, RouteShape> = routes,
  title = '集市 API',
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(table)) {
    const [method, url] = name.split(' ') as [string, string];
    const path = url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths,
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation(name: string, route: RouteShape): Record<string, unknown> {
  const isSession = route.access !== 'public';
  const codes = [...COMMON, ...(isSession ? (['session_required'] as const) : []), ...route.errors];
  if (route.isIdempotent) codes.push('idempotency_key_required');
  const byStatus = group(codes);
  return {
    operationId: name,
    summary: route.summary,
    ...(isSession && { security: [{ session: [] }] }),
    parameters: [
      ...parameters('path', route.params),
      ...parameters('query', route.query),
      ...(route.isIdempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
            },
          ]
        : []),
    ],
    ...(route.body && { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } }),
    responses: {
      [route.status ?? 200]: { description: 'OK', content: json(schemaOf(route.ok, 'output')) },
      ...Object.fromEntries(
        [...byStatus].map(([status, list]) => [status, { description: list.join(', '), content: json(ERROR_SCHEMA) }]),
      ),
    },
  };
}

function group(codes: readonly ErrorCode[]): Map<number, ErrorCode[]> {
  const result = new Map<number, ErrorCode[]>();
  for (const code of codes) result.set(ERROR_STATUS[code], [...(result.get(ERROR_STATUS[code]) ?? []), code]);
  return result;
}

const json = (schema: unknown) => ({ 'application/json': { schema } });

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): unknown[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const ERROR_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'requestId'],
      properties: {
        code: { enum: Object.keys(ERROR_STATUS) },
        message: { type: 'string' },
        requestId: { type: 'string' },
        details: {},
      },
    },
  },
};

/** `/api/openapi.json` and `/api/docs`, a plain page made from it. */
export function registerDocs(app: FastifyInstance, ctx: Context): void {
  const document = openApiDocument();
  app.get('/api/openapi.json', async (request) => {
    requireInsider(ctx, request);
    return document;
  });
  app.get('/api/docs', async (request, reply) => {
    requireInsider(ctx, request);
    return reply.type('text/html; charset=utf-8').send(docsPage());
  });
}

function docsPage(): string {
  const rows = Object.entries<RouteShape>(routes).map(([name, route]) => {
    const [method, url] = name.split(' ');
    const needs = [ACCESS_WORDS[route.access], route.isIdempotent ? 'Idempotency-Key' : ''].filter(Boolean);
    return `<tr><td><b>${method}</b></td><td><code>${url}</code></td><td>${route.summary}</td><td>${needs.join('、')}</td><td>${route.errors.join(' ')}</td></tr>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>集市 API</title><style>body{font:14px/1.6 system-ui,sans-serif;margin:32px;color:#261e18;background:#f7f2ea}
table{border-collapse:collapse;background:#fffefb}td{border:1px solid #ede5d9;padding:6px 12px;vertical-align:top}</style>
<h1>集市 API</h1><p>完整的结构见 <a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）。</p>
<table>${rows.join('\n')}</table></html>`;
}
