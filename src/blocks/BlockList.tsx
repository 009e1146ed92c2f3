import { useEffect, type ComponentType } from 'react';
import type { AnyBlock } from '@jishi/contract/layouts';
import { newestVersion } from '@jishi/contract/plain/blockVersions';
import { BlockFrame } from '@/platform/BlockFrame';
import { BLOCKS } from './index';
import { BlockBoundary } from './BlockBoundary';
import { BlockStyle } from './BlockStyle';

interface BlockListProps {
  blocks: readonly AnyBlock[];
  /** Hears of each block that was skipped. */
  onFailed?(blockId: string): void;
}

/** Draws blocks in order. What this build does not know, by kind or by version, is skipped. */
export function BlockList({ blocks, onFailed }: BlockListProps) {
  useEffect(() => {
    blocks.filter((block) => !isKnown(block)).forEach(({ id }) => onFailed?.(id));
  }, [blocks, onFailed]);
  return (
    <>
      {blocks.filter(isKnown).map((block) => {
        const Drawn = BLOCKS[block.kind] as ComponentType<AnyBlock['props']>;
        return (
          <BlockBoundary key={block.id} block={block} onFailed={onFailed && (() => onFailed(block.id))}>
            <BlockFrame blockId={block.id}>
              <BlockStyle style={block.style}>
                <Drawn {...block.props} />
              </BlockStyle>
            </BlockFrame>
          </BlockBoundary>
        );
      })}
    </>
  );
}

function isKnown({ kind, v }: AnyBlock): boolean {
  return Object.prototype.hasOwnProperty.call(BLOCKS, kind) && v === newestVersion(kind);
}
