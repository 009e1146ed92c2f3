import type { ComponentType } from 'react';
import type { AnyBlock } from '@jishi/contract/layouts';
import { BLOCKS } from './index';
import { BlockBoundary } from './BlockBoundary';

/** Draws blocks in order. What this build does not know, by kind or by version, is skipped. */
export function BlockList({ blocks }: { blocks: readonly AnyBlock[] }) {
  return (
    <>
      {blocks.map((block) => {
        const Block =
          Object.prototype.hasOwnProperty.call(BLOCKS, block.kind) && block.v === 1 ? BLOCKS[block.kind] : null;
        if (!Block) return null;
        const Drawn = Block as ComponentType<AnyBlock['props']>;
        return (
          <BlockBoundary key={block.id}>
            <Drawn {...block.props} />
          </BlockBoundary>
        );
      })}
    </>
  );
}
