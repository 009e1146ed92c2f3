import type { AnyBlock, LayoutDocument } from '@jishi/contract/layouts';
import { upgradeBlock } from '@jishi/contract/plain/blockVersions';
import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A document as far as it can be drawn, or null. Only the frame is looked at: what is wrong inside a block breaks that
 * block alone. It may come from a server of another version, from a disk copy of any age, or from a stranger's network;
 * what was kept before an update of the storefront is drawn by the new one.
 */
export function readLayout(value: unknown): LayoutDocument | null {
  if (!isObject(value) || value.contract !== 1 || typeof value.title !== 'string') return null;
  if (!Array.isArray(value.blocks)) return null;
  const ids = new Set<unknown>();
  const blocks = value.blocks.slice(0, MAX_BLOCKS).filter((block: unknown): block is AnyBlock => {
    if (!isObject(block) || typeof block.id !== 'string' || typeof block.kind !== 'string' || !isObject(block.props))
      return false;
    const isNew = !ids.has(block.id);
    ids.add(block.id);
    return isNew;
  });
  return { ...(value as LayoutDocument), blocks: blocks.map((block) => upgradeBlock(block)) };
}
