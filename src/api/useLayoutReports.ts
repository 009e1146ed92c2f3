import { useCallback, useEffect, useState } from 'react';
import type { LayoutDocument } from '@jishi/contract/layouts';
import type { KeptLayout } from '@/lib/keptLayouts';
import type { Previewed } from '@/lib/previewed';
import { preview } from '@/platform/preview';
import { noteLayoutView } from './layoutViews';

interface Failures {
  of: LayoutDocument | null;
  ids: readonly string[];
}

const NONE: readonly string[] = [];

/**
 * Tells what was shown once it stands, and again when a block fails later: the server, or the console that previews it.
 * `onFailed` is to be called with each block that could not be drawn; `failedIds` are those of the document at hand.
 */
export function useLayoutReports(
  document: LayoutDocument | null,
  kept: KeptLayout | undefined,
  previewed: Previewed | null,
): { failedIds: readonly string[]; onFailed(blockId: string): void } {
  const [failures, setFailures] = useState<Failures>({ of: null, ids: [] });
  const onFailed = useCallback(
    (id: string) =>
      setFailures((known) => {
        const ids = known.of === document ? known.ids : [];
        return ids.includes(id) ? known : { of: document, ids: [...ids, id] };
      }),
    [document],
  );
  const failedIds = failures.of === document ? failures.ids : NONE;
  const failed = failedIds.join();
  const releaseId = kept?.releaseId ?? null;
  const arm = kept?.arm ?? 0;
  useEffect(() => {
    const failedBlockIds = failed ? failed.split(',') : [];
    if (previewed) {
      const { revision, hiddenBlockIds } = previewed;
      preview?.drawn({ revision, hiddenBlockIds, failedBlockIds });
    } else if (releaseId) void noteLayoutView({ releaseId, arm }, failedBlockIds);
  }, [releaseId, arm, failed, previewed]);
  return { failedIds, onFailed };
}
