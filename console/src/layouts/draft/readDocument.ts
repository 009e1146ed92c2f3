import { upgradeBlock } from '@jishi/contract/plain/blockVersions';
import { newBlockId, type DraftBlock, type DraftDocument } from './blocks';

/**
 * A document as the server keeps it, which is as it was sent, however long ago: old blocks become their newest version,
 * whatever lacks an id or props is given them.
 */
export function readDocument(raw: Record<string, unknown>): DraftDocument {
  const blocks = Array.isArray(raw.blocks) ? (raw.blocks as unknown[]) : [];
  return {
    ...raw,
    title: typeof raw.title === 'string' ? raw.title : '',
    blocks: blocks.filter(isObject).map(readBlock),
  };
}

function readBlock(raw: Record<string, unknown>): DraftBlock {
  const id = typeof raw.id === 'string' && raw.id !== '' ? raw.id : newBlockId();
  return upgradeBlock({ ...raw, id, props: isObject(raw.props) ? raw.props : {} }) as DraftBlock;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
