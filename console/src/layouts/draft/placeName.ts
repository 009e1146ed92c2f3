import { formOf, type FormField, type FormNode } from '../form/formOf';
import { knownKind, shapeOf, titleOf, type DraftDocument } from './blocks';
import { PageShape, type Problem } from './problems';

/** Where a problem is, in the words of the form: 「第 2 项 跳转：」. '' where the form has no word for it. */
export function placeName(document: DraftDocument, { blockId, path }: Pick<Problem, 'blockId' | 'path'>): string {
  const block = document.blocks.find(({ id }) => id === blockId);
  const kind = block && knownKind(block);
  if (blockId !== null && !kind) return '';
  const words = wordsAlong(kind ? formOf(shapeOf(kind)) : formOf(PageShape), block ?? document, path.split('.'));
  return words.length > 0 ? `${words.join(' ')}：` : '';
}

function wordsAlong(node: FormNode, value: unknown, [name, ...rest]: string[]): string[] {
  if (name === undefined) return [];
  const within = (value as Record<string, unknown> | undefined)?.[name];
  if (node.is === 'list') return [`第 ${Number(name) + 1} 项`, ...wordsAlong(node.item, within, rest)];
  const fields = fieldsIn(node, value);
  const next = fields.find((field) => field.name === name)?.node;
  if (!next) return [];
  // the list of a block that holds nothing else is told by its items
  const own = next.title && !(next.is === 'list' && rest.length > 0) ? [next.title] : [];
  return [...own, ...wordsAlong(next, within, rest)];
}

function fieldsIn(node: FormNode, value: unknown): FormField[] {
  if (node.is === 'group') return node.fields;
  if (node.is !== 'variants') return [];
  const told = (value as Record<string, unknown> | undefined)?.[node.by];
  return node.variants.find((variant) => variant.value === told)?.fields ?? [];
}

/** Whose problem it is. */
export function ownerName({ blocks }: DraftDocument, { blockId }: Pick<Problem, 'blockId'>): string {
  const block = blocks.find(({ id }) => id === blockId);
  return block ? titleOf(block) : '页面设置';
}
