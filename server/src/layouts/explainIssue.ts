import type { z } from 'zod';
import { LAYOUT_KINDS } from '@jishi/contract/layoutBlocks';
import { LayoutDocument } from '@jishi/contract/layouts';
import { blocksOf, isKnownKind, kindOf, type AnyDocument } from './readDocument';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong, as a marketer would say it, with the field's name before it. */
export function explainIssue(document: AnyDocument, issue: Issue): string {
  const [place, index, field] = issue.path;
  const kind = kindOf(blocksOf(document)[Number(index)]);
  if (place === 'blocks' && field === 'kind')
    return `这里不认识「${typeof kind === 'string' ? kind.slice(0, 20) : ''}」这种区块，删掉才能发布`;
  if (place === 'blocks' && field === 'v') return '这个区块是更新的版本做的，这里改不了也发不了';
  const title = titleAt(document, issue.path);
  const sentence = sentenceOf(issue, valueAt(document, issue.path));
  return title ? `${title}：${sentence}` : sentence;
}

function sentenceOf(issue: Issue, value: unknown): string {
  const unit = { string: '个字', array: '项' }[String((issue as { origin?: string }).origin)] ?? '';
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
      return value === undefined || value === null ? '没有填' : '填的内容不对';
    case 'too_small':
      if (unit && issue.minimum === 1) return unit === '项' ? '至少要有一项' : '没有填';
      return unit ? `至少 ${issue.minimum} ${unit}` : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return unit ? `至多 ${issue.maximum} ${unit}` : `不能大于 ${issue.maximum}`;
    case 'invalid_format':
      return value === '' ? '没有填' : '格式不对';
    case 'invalid_union':
    case 'invalid_value':
      return value === undefined ? '没有选' : '选的内容不对';
    case 'unrecognized_keys':
      return `有不认识的内容 ${issue.keys.map((key) => key.slice(0, 40)).join('、')}`;
    default:
      return '填的内容不对';
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

/** The Chinese name of the field that a path leads to, or of the nearest one around it. */
function titleAt(document: AnyDocument, path: Path): string | undefined {
  if (path[0] !== 'blocks') return titleIn(LayoutDocument, document, path);
  const block = blocksOf(document)[Number(path[1])];
  const kind = kindOf(block);
  if (!isKnownKind(kind)) return undefined;
  const { props, title } = LAYOUT_KINDS[kind];
  const inProps = path[2] === 'props' ? titleIn(props, valueAt(block, ['props']), path.slice(3)) : undefined;
  return inProps ?? title;
}

function titleIn(schema: z.ZodType, value: unknown, path: Path): string | undefined {
  let [at, title]: [z.ZodType | undefined, string | undefined] = [schema, undefined];
  for (const [depth, key] of path.entries()) {
    const parent = valueAt(value, path.slice(0, depth));
    at = at && childOf(at, key, parent);
    title = at?.meta()?.title ?? title;
  }
  return title;
}

function childOf(schema: z.ZodType, key: PropertyKey, value: unknown): z.ZodType | undefined {
  const { def } = (schema as z.ZodType & { _zod: { def: unknown } })._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  const inner = (one: z.core.$ZodType) => childOf(one as z.ZodType, key, value);
  switch (def.type) {
    case 'object':
      return def.shape[String(key)] as z.ZodType | undefined;
    case 'array':
      return def.element as z.ZodType;
    case 'optional':
    case 'default':
      return inner(def.innerType);
    case 'union': {
      const said = def.options.find((option) => isOption(option, value));
      return said && inner(said);
    }
    default:
      return undefined;
  }
}

/** The member of a union that the value says it is: by the one field that is a word of its own. */
function isOption(option: z.core.$ZodType, value: unknown): boolean {
  const { def } = option._zod as unknown as { def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type !== 'object') return false;
  return Object.entries(def.shape).some(([name, field]) => {
    const inner = (field as z.core.$ZodType)._zod.def;
    return inner.type === 'literal' && (field as z.ZodType).safeParse(valueAt(value, [name])).success;
  });
}
