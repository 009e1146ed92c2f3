import type { PropsWithChildren } from 'react';
import { preview } from './preview';
import { BLOCK_MARK } from './previewing';

/** In the console's preview a block can be pointed at; everywhere else it stands alone. */
export function BlockFrame({ blockId, children }: PropsWithChildren<{ blockId: string }>) {
  return preview ? <div {...{ [BLOCK_MARK]: blockId }}>{children}</div> : <>{children}</>;
}
