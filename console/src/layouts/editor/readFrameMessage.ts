import { PREVIEW_PROTOCOL, type BlockBox, type FromFrame } from '@jishi/contract/plain/preview';
import { MAX_BLOCKS } from '@jishi/contract/plain/layouts';

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const items = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MAX_BLOCKS) : []);
const idsIn = (value: unknown) => items(value).filter((id): id is string => typeof id === 'string');

/**
 * What the frame says, or null for what is not of the protocol. Of a message only what can be used is taken: the origin
 * proves whose page it is, and not that the page is whole.
 */
export function readFrameMessage(data: unknown): FromFrame | null {
  if (!isObject(data) || data.protocol !== PREVIEW_PROTOCOL) return null;
  const protocol = PREVIEW_PROTOCOL;
  switch (data.kind) {
    case 'ready':
      return { protocol, kind: 'ready' };
    case 'drawn':
      return {
        protocol,
        kind: 'drawn',
        revision: Number.isInteger(data.revision) ? (data.revision as number) : 0,
        boxes: items(data.boxes).filter(isBox),
        hiddenBlockIds: idsIn(data.hiddenBlockIds),
        failedBlockIds: idsIn(data.failedBlockIds),
      };
    case 'picked':
      return typeof data.blockId === 'string' ? { protocol, kind: 'picked', blockId: data.blockId } : null;
    case 'scrolled':
      return Number.isFinite(data.top) ? { protocol, kind: 'scrolled', top: data.top as number } : null;
    default:
      return null;
  }
}

function isBox(value: unknown): value is BlockBox {
  return (
    isObject(value) && typeof value.blockId === 'string' && Number.isFinite(value.top) && Number.isFinite(value.height)
  );
}
