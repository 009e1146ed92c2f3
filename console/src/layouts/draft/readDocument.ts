import { upgradeBlock } from '@jishi/contract/plain/blockVersions';
import { newBlockId, type DraftBlock, type DraftDocument } from './blocks';

/**
 * A document as the server keeps it, which is as it was sent, however long ago: old blocks become their newest version,
 * whatever lacks an id or props is given them, and what stands around the props must be what the editor takes it for.
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
  const { note, style, visible, fallback, ...rest } = raw;
  const frame = {
    ...(isObject(style) && { style }),
    ...(isObject(visible) && { visible }),
    ...(isObject(fallback) && { fallback }),
    ...(typeof note === 'string' && { note }),
  };
  const kind = typeof raw.kind === 'string' ? raw.kind : '';
  return upgradeBlock({ ...rest, ...frame, id, kind, props: isObject(raw.props) ? raw.props : {} }) as DraftBlock;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
