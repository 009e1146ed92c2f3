import { serverNow } from '@/lib/serverClock';
import { platform } from '@/platform';
import { tellLayoutView } from './layouts';

const KEY = 'jishi.layoutViews';
const MAX_TOLD = 30;

interface Told {
  day: string;
  views: string[];
}

/**
 * Tells the server that a release was shown: once a day, and once more when other blocks of it failed. Nothing waits for
 * it, and one that gets lost is told with the next show.
 */
export async function noteLayoutView(
  release: { releaseId: string; arm: number },
  failedBlockIds: readonly string[],
): Promise<void> {
  const failed = [...failedBlockIds].sort().slice(0, 60);
  const view = [release.releaseId, release.arm, ...failed].join(' ');
  if (told().views.includes(view)) return;
  remember(view);
  try {
    await tellLayoutView(release, failed);
  } catch {
    remember(null, view);
  }
}

function remember(view: string | null, lost?: string): void {
  const { day, views } = told();
  const kept = [...views.filter((other) => other !== lost), ...(view ? [view] : [])].slice(-MAX_TOLD);
  platform.writeText(KEY, JSON.stringify({ day, views: kept } satisfies Told));
}

function told(): Told {
  const day = new Date(serverNow()).toISOString().slice(0, 10);
  try {
    const kept = JSON.parse(platform.readText(KEY) ?? 'null') as Told | null;
    if (kept?.day === day && Array.isArray(kept.views)) return kept;
  } catch {
    // told anew
  }
  return { day, views: [] };
}
