import { z } from 'zod';
import type { FormNode } from '../../console/src/layouts/form/formOf';
import { wordOf } from '../../console/src/layouts/form/words';

export interface Place {
  path: string;
  node: FormNode;
}

/** Widgets that draw all that is below them by themselves. */
const WHOLE = ['picture', 'areas', 'hidden'];

/** Every place in the form: its path and node. */
export function walkForm(node: FormNode, path: string): Place[] {
  const here = [{ path, node }];
  if (node.is === 'group')
    return [...here, ...node.fields.flatMap((field) => walkForm(field.node, `${path}.${field.name}`))];
  if (node.is === 'list') return [...here, ...walkForm(node.item, `${path}.*`)];
  if (node.is !== 'variants') return here;
  return [
    ...here,
    ...node.variants.flatMap(({ value, fields }) =>
      fields.flatMap((field) => walkForm(field.node, `${path}(${value}).${field.name}`)),
    ),
  ];
}

const isInside = (path: string, places: Place[]) =>
  places.some(({ path: above, node }) => WHOLE.includes(node.widget ?? '') && path !== above && path.startsWith(above));

/** The properties that a zod schema has, read from zod itself and not from the JSON Schema that the form is made of. */
export function shapePaths(schema: z.ZodType, path: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return shapePaths(schema.unwrap() as z.ZodType, path);
  }
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    return [path, ...Object.entries(shape).flatMap(([name, part]) => shapePaths(part, `${path}.${name}`))];
  }
  if (schema instanceof z.ZodArray) return [path, ...shapePaths(schema.element as z.ZodType, `${path}.*`)];
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const by = schema.def.discriminator;
    return [
      path,
      ...(schema.options as z.ZodObject[]).flatMap((option) => {
        const { [by]: told, ...rest } = option.shape as Record<string, z.ZodType>;
        const value = (told as z.ZodLiteral).value as string;
        return Object.entries(rest).flatMap(([name, part]) => shapePaths(part, `${path}(${value}).${name}`));
      }),
    ];
  }
  return [path];
}

/** Fields and choices of a kind's form that no Chinese word names. */
export function unnamedIn(places: Place[], kind: string): string[] {
  const shown = places.filter(
    ({ path, node }) =>
      !isInside(path, places) && !WHOLE.includes(node.widget ?? '') && !/\*$/.test(path) && node.is !== 'constant',
  );
  const fields = shown.filter(({ path }) => path !== kind && path !== `${kind}.props`);
  const values = shown.flatMap(({ node }) => (node.is === 'choice' ? node.values : []));
  const isPlain = (value: unknown) => /^[\d:]+$/.test(String(value));
  return [
    ...fields.filter(({ node }) => !/[一-龥]/.test(node.title)).map(({ path }) => path),
    ...values.filter((value) => !isPlain(value) && !/[一-龥]/.test(wordOf(value))).map(String),
  ];
}
