import { barsOf } from '../../console/src/layouts/list/schedule';
import type { LayoutRelease } from '../../console/src/layouts/rows';

const FIRST = Date.parse('2026-11-25T16:00:00Z');
const at = (days: number) => new Date(FIRST + days * 86_400_000).toISOString();

const release = (id: string, part: Partial<LayoutRelease>): LayoutRelease => ({
  id,
  pageId: '1',
  state: 'live',
  priority: 0,
  from: null,
  until: null,
  audience: {},
  rollout: 100,
  arms: [{ versionId: '1', versionNumber: 1, weight: 100 }],
  note: '',
  createdBy: '顾清和',
  createdAt: at(-3),
  undoes: null,
  ...part,
});

test('a release fills its days of the two weeks and no more', () => {
  const bars = barsOf(
    {
      releases: [
        release('open', {}),
        release('plan', { state: 'waiting', from: at(7), until: at(14) }),
        release('past', { until: at(-1) }),
        release('far', { state: 'waiting', from: at(20) }),
      ],
    },
    FIRST,
  );
  expect(bars.map(({ releaseId, is, start, length }) => [releaseId, is, start, length])).toEqual([
    ['open', 'live', 0, 1],
    ['plan', 'plan', 0.5, 0.5],
  ]);
});

test('releases that overlap stand in lanes of their own, those that do not share one', () => {
  const bars = barsOf(
    {
      releases: [
        release('first', { until: at(3) }),
        release('second', { from: at(3), state: 'waiting' }),
        release('above', { from: at(1), until: at(2), state: 'waiting' }),
      ],
    },
    FIRST,
  );
  expect(Object.fromEntries(bars.map(({ releaseId, lane }) => [releaseId, lane]))).toEqual({
    first: 0,
    second: 0,
    above: 1,
  });
});
