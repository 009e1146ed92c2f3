import { Block, BLOCK_KINDS, LAYOUT_KINDS, type BlockKind } from '@jishi/contract/layoutBlocks';
import { LayoutDocument, type AnyBlock } from '@jishi/contract/layouts';
import { upgradeBlock } from '@jishi/contract/plain/blockVersions';
import { MAX_BLOCKS, type LayoutPage } from '@jishi/contract/plain/layouts';

/** A document of any origin. */
export type AnyDocument = Record<string, unknown>;

/** A block that was left out, and why. */
export interface Left {
  /** Where it stands in the document. */
  index: number;
  why: 'unknown' | 'invalid' | 'repeated' | 'tooMany';
}

export interface ReadDocument {
  document: LayoutDocument;
  /** Where each block of `document` stands in the original. */
  indexes: number[];
  left: Left[];
}

const isObject = (value: unknown): value is AnyDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const blocksOf = ({ blocks }: AnyDocument): unknown[] => (Array.isArray(blocks) ? blocks : []);

export const isKnownKind = (kind: unknown): kind is BlockKind => BLOCK_KINDS.includes(kind as BlockKind);

export const kindOf = (block: unknown): unknown => (isObject(block) ? block.kind : undefined);

export const idOf = (block: unknown): string | null =>
  isObject(block) && typeof block.id === 'string' ? block.id : null;

/** The document as it would be said today; what is stored is never written anew. */
export const upgraded = (document: AnyDocument): AnyDocument =>
  Array.isArray(document.blocks)
    ? { ...document, blocks: (document.blocks as unknown[]).map((block) => upgradeBlock(block)) }
    : document;

/**
 * What can be shown of a document, old blocks in their newest version, defaults filled: whatever is wrong is left out,
 * block by block, so that one bad block, or one that a newer server made, never costs the page.
 */
export function readDocument(raw: AnyDocument, { page, title }: { page: LayoutPage; title: string }): ReadDocument {
  const { left, kept } = readBlocks(blocksOf(raw));
  const head = { contract: 1 as const, page, title: title.slice(0, 20), blocks: kept.map(({ block }) => block) };
  const document = { ...head, ...readHead(raw) };
  return { document, indexes: kept.map(({ index }) => index), left };
}

/** Of the page's own fields those that are right. */
function readHead(raw: AnyDocument): Partial<LayoutDocument> {
  const { title, share, theme, background } = LayoutDocument.shape;
  const fields = { title, share, theme, background };
  const read = Object.entries(fields).flatMap(([name, schema]) => {
    const result = schema.safeParse(raw[name]);
    return result.success && result.data !== undefined ? [[name, result.data]] : [];
  });
  return Object.fromEntries(read) as Partial<LayoutDocument>;
}

function readBlocks(blocks: unknown[]): { left: Left[]; kept: { block: AnyBlock; index: number }[] } {
  const left: Left[] = [];
  const kept: { block: AnyBlock; index: number }[] = [];
  const ids = new Set<string>();
  const counts = new Map<BlockKind, number>();
  for (const [index, raw] of blocks.entries()) {
    const result = Block.safeParse(upgradeBlock(raw));
    const why = result.success ? refusal(result.data) : isKnownKind(kindOf(raw)) ? 'invalid' : 'unknown';
    if (why) left.push({ index, why });
    else kept.push({ block: result.data!, index });
  }

  function refusal({ id, kind }: AnyBlock): Left['why'] | null {
    const count = counts.get(kind) ?? 0;
    if (ids.has(id)) return 'repeated';
    if (count >= LAYOUT_KINDS[kind].max || ids.size >= MAX_BLOCKS) return 'tooMany';
    ids.add(id);
    counts.set(kind, count + 1);
    return null;
  }
  return { left, kept };
}
