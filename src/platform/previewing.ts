import type { FromFrame, ToFrame } from '@jishi/contract/plain/preview';

type Bare<T> = T extends unknown ? Omit<T, 'protocol'> : never;

/** The console's editor around this page. */
export interface Preview {
  /** Hears every document that the editor sends. `select` is answered by the adapter itself. Once. */
  onDocument(listener: (message: Extract<ToFrame, { kind: 'document' }>) => void): void;
  /** What was drawn; said again by itself when the blocks come to stand elsewhere. */
  drawn(what: Omit<Bare<Extract<FromFrame, { kind: 'drawn' }>>, 'kind' | 'boxes'>): void;
}

/** On the element around each block, with the block's id. */
export const BLOCK_MARK = 'data-block';
