import type { BlockKind } from '@jishi/contract/layoutBlocks';
import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';
import { isFull, knownKind, newBlock, newBlockId, type DraftBlock, type DraftDocument } from './blocks';

const withBlocks = (document: DraftDocument, blocks: DraftBlock[]): DraftDocument => ({ ...document, blocks });

/** After the chosen one; at the end when none is. */
export function insertBlock(document: DraftDocument, block: DraftBlock, after: string | null): DraftDocument {
  const at = document.blocks.findIndex(({ id }) => id === after);
  const place = at < 0 ? document.blocks.length : at + 1;
  return withBlocks(document, [...document.blocks.slice(0, place), block, ...document.blocks.slice(place)]);
}

export function canAdd(document: DraftDocument, kind: BlockKind): boolean {
  return document.blocks.length < MAX_BLOCKS && !isFull(document.blocks, kind);
}

export const addBlock = (document: DraftDocument, kind: BlockKind, after: string | null) => {
  const block = newBlock(kind);
  return { id: block.id, document: insertBlock(document, block, after) };
};

/** Null where the page has no room for another one. */
export function copyOf(document: DraftDocument, id: string): DraftBlock | null {
  const block = document.blocks.find((each) => each.id === id);
  const kind = block && knownKind(block);
  if (!block || !kind || !canAdd(document, kind)) return null;
  return { ...structuredClone(block), id: newBlockId() };
}

export function replaceBlock(document: DraftDocument, block: DraftBlock): DraftDocument {
  return withBlocks(
    document,
    document.blocks.map((each) => (each.id === block.id ? block : each)),
  );
}

export function removeBlock(document: DraftDocument, id: string): DraftDocument {
  return withBlocks(
    document,
    document.blocks.filter((each) => each.id !== id),
  );
}

export function orderBlocks(document: DraftDocument, ids: string[]): DraftDocument {
  const byId = new Map(document.blocks.map((block) => [block.id, block]));
  return withBlocks(
    document,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

export function shiftBlock(document: DraftDocument, id: string, by: -1 | 1): DraftDocument {
  const ids = document.blocks.map((block) => block.id);
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return document;
  [ids[at], ids[to]] = [ids[to]!, ids[at]!];
  return orderBlocks(document, ids);
}

export function toggleHidden(document: DraftDocument, id: string): DraftDocument {
  const block = document.blocks.find((each) => each.id === id);
  if (!block) return document;
  const { isHidden, ...rest } = block.visible ?? {};
  if (!isHidden) return replaceBlock(document, { ...block, visible: { ...rest, isHidden: true } });
  const { visible, ...bare } = block;
  void visible;
  return replaceBlock(document, Object.keys(rest).length > 0 ? { ...bare, visible: rest } : bare);
}
