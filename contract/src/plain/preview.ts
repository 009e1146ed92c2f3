import type { Platform } from './platforms';

/**
 * What the console's editor and the H5 storefront in its frame say to each other with `postMessage`. Each names the
 * protocol, each checks the other's origin, and whatever else arrives is not answered.
 */
export const PREVIEW_PROTOCOL = 'jishi-preview/1';

/** Where a block stands in the frame's page, px from its top. */
export interface BlockBox {
  blockId: string;
  top: number;
  height: number;
}

export type ToFrame = { protocol: typeof PREVIEW_PROTOCOL } & (
  | {
      kind: 'document';
      /** The editor's own count; `drawn` answers with it. */
      revision: number;
      /** A whole one, defaults filled: while a form is wrong the last right one stays. */
      document: unknown;
      /** For whom it is drawn. */
      platform: Platform;
      isMember: boolean;
      /** As if it were then; UTC. Null: now. */
      at: string | null;
    }
  | { kind: 'select'; blockId: string | null }
);

export type FromFrame = { protocol: typeof PREVIEW_PROTOCOL } & (
  | { kind: 'ready' }
  | {
      kind: 'drawn';
      revision: number;
      boxes: BlockBox[];
      /** Not shown to this platform, member or time. */
      hiddenBlockIds: string[];
      /** Unknown to this storefront, or broken while drawing. */
      failedBlockIds: string[];
    }
  /** A tap on a block; links lead nowhere in a preview. */
  | { kind: 'picked'; blockId: string }
  | { kind: 'scrolled'; top: number }
);
