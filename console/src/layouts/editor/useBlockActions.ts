import { useMemo } from 'react';
import type { BlockKind } from '@jishi/contract/layoutBlocks';
import type { DraftBlock, DraftDocument } from '../draft/blocks';
import {
  addBlock,
  copyOf,
  insertBlock,
  orderBlocks,
  removeBlock,
  replaceBlock,
  shiftBlock,
  toggleHidden,
} from '../draft/edits';

export interface BlockActions {
  /** Null: the page's own settings. */
  select(id: string | null): void;
  add(kind: BlockKind): void;
  change(block: DraftBlock, what: string): void;
  copy(id: string): void;
  toggle(id: string): void;
  remove(id: string): void;
  shift(id: string, by: -1 | 1): void;
  order(ids: string[]): void;
}

interface Input {
  document: DraftDocument;
  selectedId: string | null;
  edit(change: (document: DraftDocument) => DraftDocument, what?: string): void;
  select(id: string | null): void;
  onNoRoom(): void;
}

/** What may be done to the blocks; each is one step of undo. */
export function useBlockActions({ document, selectedId, edit, select, onNoRoom }: Input): BlockActions {
  return useMemo(
    () => ({
      select,
      add(kind) {
        const added = addBlock(document, kind, selectedId);
        edit(() => added.document);
        select(added.id);
      },
      change: (block, what) => edit((before) => replaceBlock(before, block), what && `${block.id} ${what}`),
      copy(id) {
        const block = copyOf(document, id);
        if (!block) return onNoRoom();
        edit((before) => insertBlock(before, block, id));
        select(block.id);
      },
      toggle: (id) => edit((before) => toggleHidden(before, id)),
      remove(id) {
        const at = document.blocks.findIndex((block) => block.id === id);
        edit((before) => removeBlock(before, id));
        if (id === selectedId) select((document.blocks[at + 1] ?? document.blocks[at - 1])?.id ?? null);
      },
      shift: (id, by) => edit((before) => shiftBlock(before, id, by)),
      order: (ids) => edit((before) => orderBlocks(before, ids)),
    }),
    [document, selectedId, edit, select, onNoRoom],
  );
}
