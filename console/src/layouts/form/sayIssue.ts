import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong, for a marketer; zod's own sentences name types and bounds. */
export function sayIssue(issue: Issue, input: unknown): string {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined ? '还没有填' : '填法不对';
    case 'invalid_format':
      return valueAt(input, issue.path) === '' ? '还没有填' : '格式不对';
    case 'invalid_value':
      return '选一个列出的值';
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return `有不认识的内容：${issue.keys.join('、')}`;
    default:
      return '填法不对';
  }
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string') return Number(minimum) <= 1 ? '还没有填' : `至少 ${minimum} 个字`;
  if (origin === 'array') return `至少要 ${minimum} 项`;
  return inclusive === false ? `要大于 ${minimum}` : `不能小于 ${minimum}`;
}

function tooBig({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): string {
  if (origin === 'string') return `最多 ${maximum} 个字`;
  if (origin === 'array') return `最多 ${maximum} 项`;
  return `不能大于 ${maximum}`;
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[name] : undefined,
    input,
  );
}
