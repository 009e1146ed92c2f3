import { z } from 'zod';
import type { Widget } from '@jishi/contract/layoutParts';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  type?: string;
  title?: string;
  widget?: Widget;
  default?: unknown;
  const?: unknown;
  enum?: (string | number)[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  definitions?: Record<string, Schema>;
}

export interface FormField {
  name: string;
  isRequired: boolean;
  node: FormNode;
}

export interface Variant {
  value: string;
  title: string;
  fields: FormField[];
}

interface Common {
  title: string;
  widget?: Widget;
  /** The schema's default: what counts while nothing has been said. */
  initial?: unknown;
}

/** What a form is drawn from: the parts of a JSON Schema that a contract of ours uses. */
export type FormNode = Common &
  (
    | { is: 'text'; max?: number }
    | { is: 'number'; min?: number; max?: number; isWhole: boolean }
    | { is: 'switch' }
    | { is: 'choice'; values: (string | number)[] }
    | { is: 'colour'; tokens: string[] }
    | { is: 'group'; fields: FormField[] }
    | { is: 'list'; item: FormNode; min: number; max: number }
    | { is: 'variants'; by: string; variants: Variant[] }
    | { is: 'constant'; value: unknown }
    | { is: 'unknown' }
  );

const known = new WeakMap<z.ZodType, FormNode>();

/** The form of a schema of the contract. */
export function formOf(schema: z.ZodType): FormNode {
  const before = known.get(schema);
  if (before) return before;
  // with `output` every property that has a default would count as required
  const root = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as Schema;
  const node = nodeOf(root, root.definitions ?? {});
  known.set(schema, node);
  return node;
}

/** A named part arrives as a reference, in draft 7 wrapped in `allOf` where something stands beside it. */
function unwrap(schema: Schema, definitions: Record<string, Schema>): Schema {
  const { $ref, allOf, ...own } = schema;
  if ($ref) return { ...unwrap(definitions[$ref.replace('#/definitions/', '')] ?? {}, definitions), ...own };
  if (allOf?.length === 1) return { ...unwrap(allOf[0]!, definitions), ...own };
  return schema;
}

function nodeOf(raw: Schema, definitions: Record<string, Schema>): FormNode {
  const schema = unwrap(raw, definitions);
  const common: Common = {
    title: schema.title ?? '',
    ...(schema.widget && { widget: schema.widget }),
    ...(schema.default !== undefined && { initial: schema.default }),
  };
  const options = schema.oneOf ?? schema.anyOf;
  if (schema.widget === 'colour') {
    return { ...common, is: 'colour', tokens: (options?.find((option) => option.enum)?.enum ?? []) as string[] };
  }
  if (options) return { ...common, ...variantsOf(options, definitions) };
  if (schema.const !== undefined) return { ...common, is: 'constant', value: schema.const };
  if (schema.enum) return { ...common, is: 'choice', values: schema.enum };
  switch (schema.type) {
    case 'object':
      return { ...common, is: 'group', fields: fieldsOf(schema, definitions) };
    case 'array': {
      const item = nodeOf(schema.items ?? {}, definitions);
      return { ...common, is: 'list', item, min: schema.minItems ?? 0, max: schema.maxItems ?? Infinity };
    }
    case 'string':
      return { ...common, is: 'text', ...(schema.maxLength !== undefined && { max: schema.maxLength }) };
    case 'integer':
    case 'number':
      return {
        ...common,
        is: 'number',
        isWhole: schema.type === 'integer',
        ...(schema.minimum !== undefined && { min: schema.minimum }),
        ...(schema.maximum !== undefined && { max: schema.maximum }),
      };
    case 'boolean':
      return { ...common, is: 'switch' };
    default:
      return { ...common, is: 'unknown' };
  }
}

function fieldsOf(schema: Schema, definitions: Record<string, Schema>): FormField[] {
  return Object.entries(schema.properties ?? {}).map(([name, part]) => ({
    name,
    isRequired: schema.required?.includes(name) ?? false,
    node: nodeOf(part, definitions),
  }));
}

/** Objects that one property tells apart: the one that is a constant in each. */
function variantsOf(options: Schema[], definitions: Record<string, Schema>) {
  const parts = options.map((option) => unwrap(option, definitions));
  const by = Object.keys(parts[0]?.properties ?? {}).find((name) =>
    parts.every(({ properties }) => typeof properties?.[name]?.const === 'string'),
  );
  if (!by) return { is: 'unknown' as const };
  const variants = parts.map((part) => ({
    value: part.properties![by]!.const as string,
    title: part.title ?? '',
    fields: fieldsOf(part, definitions).filter(({ name }) => name !== by),
  }));
  return { is: 'variants' as const, by, variants };
}
