import { BLOCK_SHAPES, LAYOUT_KINDS, type BlockKind } from '@jishi/contract/layoutBlocks';
import { CUBE_CELLS } from '@jishi/contract/plain/layouts';
import { startOf } from '../form/startOf';
import { formOf } from '../form/formOf';

/** A block as the draft holds it. Of a kind or version that this console does not know it is kept as it came. */
export interface DraftBlock {
  id: string;
  kind: string;
  v: number;
  props: Record<string, unknown>;
  style?: Record<string, unknown>;
  visible?: Record<string, unknown> & { isHidden?: boolean };
  fallback?: Record<string, unknown>;
  note?: string;
}

export interface DraftDocument {
  title: string;
  blocks: DraftBlock[];
  [name: string]: unknown;
}

/** The kind, where this console can edit the block; null: it is only carried along. */
export function knownKind({ kind, v }: DraftBlock): BlockKind | null {
  if (!Object.hasOwn(LAYOUT_KINDS, kind)) return null;
  const name = kind as BlockKind;
  return LAYOUT_KINDS[name].since.length === v ? name : null;
}

export function titleOf(block: DraftBlock): string {
  return Object.hasOwn(LAYOUT_KINDS, block.kind)
    ? LAYOUT_KINDS[block.kind as BlockKind].title
    : `「${block.kind}」区块`;
}

export const shapeOf = (kind: BlockKind) => BLOCK_SHAPES[kind];

export function newBlockId(): string {
  return `b${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

const noLink = { type: 'none' };
/** What a new block starts with where its schema's own defaults would leave it empty. */
const STARTERS: Partial<Record<BlockKind, () => Record<string, unknown>>> = {
  heading: () => ({ title: '新标题', link: noLink }),
  notice: () => ({ items: [{ text: '写一句公告', link: noLink }] }),
  richText: () => ({ html: '<p>写点什么</p>' }),
  navGrid: () => ({ source: { from: 'categories' } }),
  products: () => ({ title: '为你推荐', source: { from: 'all', sort: 'sales', limit: 4 }, link: noLink }),
  cube: () => ({ preset: 'oneTwo', cells: Array.from({ length: CUBE_CELLS.oneTwo }, () => ({ link: noLink })) }),
  countdown: () => ({ text: '距活动结束', until: inAWeek(), link: noLink }),
};

const HOUR_MS = 3_600_000;
const inAWeek = (): string => new Date(Math.ceil(Date.now() / HOUR_MS + 7 * 24) * HOUR_MS).toISOString();

export function newBlock(kind: BlockKind): DraftBlock {
  const props = STARTERS[kind]?.() ?? (startOf(formOf(LAYOUT_KINDS[kind].props)) as Record<string, unknown>);
  return { id: newBlockId(), kind, v: LAYOUT_KINDS[kind].since.length, props };
}

export const isFull = (blocks: DraftBlock[], kind: BlockKind) =>
  blocks.filter((block) => block.kind === kind).length >= LAYOUT_KINDS[kind].max;
