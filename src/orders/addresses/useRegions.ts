import { useQuery } from '@tanstack/react-query';
import { listRegions, type Region } from '@/api/addresses';
import { platform } from '@/platform';

const KEY = 'jishi.regions.';
/** Names change a few times a year; a piece older than this is asked for again when there is a network. */
const FRESH_MS = 7 * 24 * 3_600_000;

/** A piece as it is kept on the phone, so that choosing works without a network once it was loaded. */
interface Kept {
  at: number;
  items: Region[];
}

/** What lies below a region; the provinces for an empty code. Null asks for nothing. */
export function useRegions(parent: string | null) {
  return useQuery({
    queryKey: ['regions', parent],
    queryFn: async () => {
      const items = await listRegions(parent ?? '');
      platform.writeText(KEY + parent, JSON.stringify({ at: Date.now(), items } satisfies Kept));
      return items;
    },
    enabled: parent !== null,
    staleTime: FRESH_MS,
    gcTime: Infinity,
    initialData: () => readKept(parent)?.items,
    initialDataUpdatedAt: () => readKept(parent)?.at,
  });
}

function readKept(parent: string | null): Kept | null {
  if (parent === null) return null;
  try {
    const kept = JSON.parse(platform.readText(KEY + parent) ?? 'null') as Kept | null;
    return kept && Array.isArray(kept.items) ? kept : null;
  } catch {
    return null;
  }
}
