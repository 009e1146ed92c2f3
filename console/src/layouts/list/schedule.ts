import { sayArms, sayAudience } from '../sayAudience';
import type { LayoutPageRow, LayoutRelease } from '../rows';

export const SCHEDULE_DAYS = 14;
const DAY_MS = 86_400_000;

export interface Bar {
  releaseId: string;
  is: 'live' | 'plan' | 'ab';
  /** Shares of the two weeks. */
  start: number;
  length: number;
  lane: number;
  text: string;
}

/** The releases of one page over two weeks from `first`, in as few lanes as keep them apart. */
export function barsOf({ releases }: Pick<LayoutPageRow, 'releases'>, first: number): Bar[] {
  const last = first + SCHEDULE_DAYS * DAY_MS;
  const shown = releases
    .map((release) => ({ release, ...spanOfRelease(release, first, last) }))
    .filter(({ from, until }) => until > first && from < last)
    .sort((a, b) => a.from - b.from);
  const ends: number[] = [];
  return shown.map(({ release, from, until }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = until;
    return {
      releaseId: release.id,
      is: release.arms.length > 1 ? 'ab' : release.state === 'live' ? 'live' : 'plan',
      start: (from - first) / (last - first),
      length: (until - from) / (last - first),
      lane,
      text: [sayArms(release), sayAudience(release)].filter(Boolean).join(' · '),
    };
  });
}

function spanOfRelease({ from, until, createdAt }: LayoutRelease, first: number, last: number) {
  return {
    from: Math.max(Date.parse(from ?? createdAt), first),
    until: Math.min(until ? Date.parse(until) : last, last),
  };
}
