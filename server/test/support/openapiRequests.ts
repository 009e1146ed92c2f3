import fc from 'fast-check';

/** The parts of a JSON Schema that our OpenAPI document uses. */
interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

interface Operation {
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}

export interface GeneratedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload: string | undefined;
}

/** What no schema asks for. */
export const NASTY: readonly unknown[] = [
  null,
  -1,
  0,
  1e308,
  -0.5,
  Number.MAX_SAFE_INTEGER + 2,
  true,
  '',
  '0',
  '-1',
  '99999999999999999999',
  '\u0000',
  '\ud800',
  '%00',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '中文🏮',
  'x'.repeat(5000),
  [],
  [[[[]]]],
  {},
  { $ne: null },
  '1970-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
];

const nasty = fc.constantFrom(...NASTY);

/** Values that a schema allows, more or less: patterns are met by trying. */
export function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map(valueOf));
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -10, -1e9), max: Math.min(schema.maximum ?? 1000, 1e9) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 3 });
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, child]) => [key, valueOf(child)])),
        {
          requiredKeys: schema.required ?? [],
        },
      );
    default:
      return nasty;
  }
}

function textOf({ format, pattern, maxLength = 20 }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.constant('2026-11-25T08:00:00.000Z');
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ maxLength: Math.min(maxLength, 30) });
}

/** Puts something nasty in one place, or takes one thing away. */
function mutated(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(arbitrary, fc.nat(), nasty, fc.boolean()).map(([value, at, evil, isRemoved]) => {
    if (typeof value !== 'object' || value === null) return evil;
    const copy = structuredClone(value) as Record<string, unknown>;
    const keys = Object.keys(copy);
    const key = keys[at % Math.max(keys.length, 1)] ?? 'extra';
    if (isRemoved) delete copy[key];
    else copy[key] = evil;
    return copy;
  });
}

const either = (schema: Schema) => fc.oneof(valueOf(schema), mutated(valueOf(schema)));
const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Requests for every operation of the document: some as they should be, most with something wrong. */
export function requestsOf(
  document: { paths: Record<string, Record<string, Operation>> },
  known: { token: string; ids: string[] },
): fc.Arbitrary<GeneratedRequest> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => requestOf(path, method, operation, known)),
  );
  return fc.oneof(...operations);
}

function requestOf(
  path: string,
  method: string,
  operation: Operation,
  { token, ids }: { token: string; ids: string[] },
): fc.Arbitrary<GeneratedRequest> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const schema = operation.requestBody?.content['application/json'].schema;
  return fc
    .record({
      path: fc.tuple(...inPath.map((parameter) => fc.oneof(fc.constantFrom(...ids), either(parameter.schema)))),
      query: fc.tuple(...inQuery.map((parameter) => fc.option(either(parameter.schema)))),
      body: schema
        ? fc.oneof({ weight: 8, arbitrary: either(schema).map((value) => JSON.stringify(value)) }, malformed)
        : fc.constant(undefined),
      key: fc.oneof(fc.uuid(), fc.constantFrom('', 'short', '钥匙', 'x'.repeat(500))),
      session: fc.oneof(
        { weight: 5, arbitrary: fc.constant(`Bearer ${token}`) },
        fc.constantFrom('', 'Bearer x', 'Basic eDp5'),
      ),
      type: fc.oneof(
        { weight: 9, arbitrary: fc.constant('application/json') },
        fc.constantFrom('text/plain', 'application/xml', ''),
      ),
      verb: fc.oneof(
        { weight: 15, arbitrary: fc.constant(method.toUpperCase()) },
        fc.constantFrom('PATCH', 'OPTIONS', 'DELETE'),
      ),
    })
    .map(({ path: values, query, body, key, session, type, verb }) => {
      const names = inPath.map((parameter) => `{${parameter.name}}`);
      const filled = names.reduce((url, name, index) => url.replace(name, encode(values[index])), path);
      const search = inQuery.flatMap((parameter, index) =>
        query[index] === null ? [] : [`${parameter.name}=${encode(query[index])}`],
      );
      return {
        method: verb,
        url: search.length > 0 ? `${filled}?${search.join('&')}` : filled,
        headers: {
          ...(type && body !== undefined && { 'content-type': type }),
          authorization: session,
          ...(isAscii(key) && { 'idempotency-key': key }),
        },
        payload: body,
      };
    });
}

const malformed = fc.constantFrom(
  '',
  '{',
  '[',
  '{"a":}',
  'null',
  '"text"',
  '{"__proto__":{"a":1}}',
  '\u0000',
  `[${'['.repeat(2000)}`,
);
const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

/** Percent-encoded, half surrogates as they are: a URL may hold anything. */
function encode(value: unknown): string {
  const text = asText(value);
  return /\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text);
}
