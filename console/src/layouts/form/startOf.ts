import type { FormField, FormNode, Variant } from './formOf';

/** What a new part starts with: what must be there, and no more, so that defaults stay the contract's. */
export function startOf(node: FormNode): unknown {
  if (node.widget === 'picture') return undefined;
  switch (node.is) {
    case 'text':
      return '';
    case 'number':
      return node.min ?? 0;
    case 'switch':
      return false;
    case 'choice':
      return node.initial ?? node.values[0];
    case 'group':
      return startFields(node.fields);
    case 'list':
      return node.min > 0 && node.item.is === 'group' ? [startOf(node.item)] : [];
    case 'variants':
      return node.variants[0] && startVariant(node.by, node.variants[0]);
    case 'constant':
      return node.value;
    default:
      return undefined;
  }
}

export function startVariant(by: string, { value, fields }: Variant): Record<string, unknown> {
  return { [by]: value, ...startFields(fields) };
}

function startFields(fields: FormField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(({ isRequired }) => isRequired)
      .map(({ name, node }) => [name, startOf(node)] as const)
      .filter(([, value]) => value !== undefined),
  );
}
