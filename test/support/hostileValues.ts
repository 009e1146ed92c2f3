/** Words that break what takes them for ordinary: by length, direction, invisibility, or by what they mean elsewhere. */
export const HOSTILE_TEXTS: readonly string[] = [
  'x'.repeat(100_000),
  '长'.repeat(3000),
  '\u202e反过来\u2066还没有完',
  '\u200b\u200d\u2060\ufeff',
  '👩‍👩‍👧‍👦🏳️‍🌈🏮',
  `z${'\u0336\u0353\u0489'.repeat(40)}`,
  '\ud800',
  '前\udc00后',
  '\u0000',
  '\r\n\t\u001b[31m',
  '__proto__',
  'constructor',
  'toString',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '{{constructor.constructor("x")()}}',
];

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/** And values that no field asks for. Keys like `__proto__` are own keys here, as JSON brings them. */
export const HOSTILE_VALUES: readonly unknown[] = [
  ...HOSTILE_TEXTS,
  nested(40),
  nested(800),
  JSON.parse('{"__proto__":{"isHidden":true,"kind":"heading"},"constructor":{"prototype":{"v":1}}}'),
  JSON.parse('{"type":"campaign","slug":{"__proto__":null},"toString":"x","length":1e9}'),
];
