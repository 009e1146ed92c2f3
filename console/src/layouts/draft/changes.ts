import { formOf, type FormField, type FormNode } from '../form/formOf';
import { knownKind, shapeOf, titleOf, type DraftBlock, type DraftDocument } from './blocks';
import { PageShape } from './problems';
import { sayValue, type Names } from '../form/sayValue';

export interface FieldChange {
  /** 「图片 第 1 项 标题」 */
  field: string;
  before: string;
  after: string;
}

export interface BlockChange {
  is: 'added' | 'removed' | 'changed' | 'moved';
  blockId: string | null;
  title: string;
  where: string;
  fields: FieldChange[];
}

/** What became of each block, told apart by id: a block that was only moved is not a new one. */
export function changesBetween(before: DraftDocument, after: DraftDocument, names?: Names): BlockChange[] {
  const old = new Map(before.blocks.map((block, index) => [block.id, { block, index }]));
  const now = new Set(after.blocks.map(({ id }) => id));
  const moved = movedIds(before.blocks, after.blocks);
  const page = fieldChanges(fieldsOfGroup(formOf(PageShape)), before, after, names);
  return [
    ...(page.length > 0 ? [{ is: 'changed' as const, blockId: null, title: '页面设置', where: '', fields: page }] : []),
    ...after.blocks.flatMap((block, index) => changesOf(block, index, old.get(block.id), moved.has(block.id), names)),
    ...before.blocks.flatMap((block, index) =>
      now.has(block.id)
        ? []
        : [
            {
              is: 'removed' as const,
              blockId: block.id,
              title: titleOf(block),
              where: `原第 ${index + 1} 块`,
              fields: [],
            },
          ],
    ),
  ];
}

function changesOf(
  block: DraftBlock,
  index: number,
  old: { block: DraftBlock; index: number } | undefined,
  isMoved: boolean,
  names: Names | undefined,
): BlockChange[] {
  const place = { blockId: block.id, title: titleOf(block) };
  if (!old) return [{ is: 'added', ...place, where: `第 ${index + 1} 块`, fields: [] }];
  const kind = knownKind(block);
  const fields = kind
    ? fieldChanges(
        fieldsOfGroup(formOf(shapeOf(kind))).filter(({ name }) => !['id', 'kind', 'v'].includes(name)),
        old.block,
        block,
        names,
      )
    : isSame(old.block, block)
      ? []
      : [{ field: '内容', before: '', after: '有改动' }];
  const where = isMoved ? `第 ${old.index + 1} 块 → 第 ${index + 1} 块` : `第 ${index + 1} 块`;
  if (fields.length > 0) return [{ is: 'changed', ...place, where, fields }];
  return isMoved ? [{ is: 'moved', ...place, where, fields }] : [];
}

/** Of the blocks in both, the fewest that must be lifted out for the others to stand in one order. */
function movedIds(before: DraftBlock[], after: DraftBlock[]): Set<string> {
  const placeIn = new Map(before.map(({ id }, index) => [id, index]));
  const common = after.filter(({ id }) => placeIn.has(id)).map(({ id }) => ({ id, place: placeIn.get(id)! }));
  // the longest run of growing places, by dynamic programming: at most 60 blocks
  const best = common.map(() => ({ length: 1, from: -1 }));
  common.forEach(({ place }, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      if (common[earlier]!.place < place && best[earlier]!.length >= best[index]!.length) {
        best[index] = { length: best[earlier]!.length + 1, from: earlier };
      }
    }
  });
  const moved = new Set(common.map(({ id }) => id));
  let at = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), -1);
  while (at >= 0) {
    moved.delete(common[at]!.id);
    at = best[at]!.from;
  }
  return moved;
}

const fieldsOfGroup = (node: FormNode): FormField[] => (node.is === 'group' ? node.fields : []);

function fieldChanges(
  fields: FormField[],
  before: object,
  after: object,
  names: Names | undefined,
  prefix = '',
): FieldChange[] {
  return fields.flatMap(({ name, node }) =>
    nodeChanges(
      node,
      (before as Record<string, unknown>)[name] ?? node.initial,
      (after as Record<string, unknown>)[name] ?? node.initial,
      [prefix, node.title].filter(Boolean).join(' '),
      names,
    ),
  );
}

function nodeChanges(
  node: FormNode,
  before: unknown,
  after: unknown,
  field: string,
  names: Names | undefined,
): FieldChange[] {
  if (isSame(before, after)) return [];
  const isPlain = node.widget !== undefined && node.widget !== 'areas';
  if (!isPlain && node.is === 'group' && isObject(before) && isObject(after)) {
    return fieldChanges(node.fields, before, after, names, field);
  }
  if (!isPlain && node.is === 'variants' && isObject(before) && isObject(after) && before[node.by] === after[node.by]) {
    const variant = node.variants.find(({ value }) => value === after[node.by]);
    return fieldChanges(variant?.fields ?? [], before, after, names, field);
  }
  if (!isPlain && node.is === 'list' && node.item.is === 'group' && Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
      nodeChanges(node.item, before[index], after[index], `${field} 第 ${index + 1} 项`, names),
    ).flat();
  }
  return [{ field: field || '内容', before: sayValue(node, before, names), after: sayValue(node, after, names) }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever the order of their properties. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSame(a[name], b[name]));
}
