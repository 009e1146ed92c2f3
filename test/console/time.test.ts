import { clockOf, endOfDay, spanOf, startOfDay } from '../../console/src/time';

const NOW = Date.parse('2026-11-26T06:32:00Z');

test('times are Beijing’s, wherever the browser stands', () => {
  expect(clockOf('2026-11-26T06:02:37Z', NOW)).toBe('14:02');
  expect(clockOf('2026-11-25T16:00:00Z', NOW)).toBe('00:00');
  expect(clockOf('2026-11-25T15:59:59Z', NOW)).toBe('昨天 23:59');
  expect(clockOf('2026-11-23T09:40:00Z', NOW)).toBe('11 月 23 日 17:40');
  expect(clockOf('2025-12-31T16:00:00Z', NOW)).toBe('1 月 1 日 00:00');
  expect(clockOf('2025-11-23T09:40:00Z', NOW)).toBe('2025 年 11 月 23 日 17:40');
});

test('a day of a filter begins and ends at Beijing’s midnights', () => {
  expect(startOfDay('2026-11-26')).toBe('2026-11-25T16:00:00.000Z');
  expect(endOfDay('2026-11-26')).toBe('2026-11-26T16:00:00.000Z');
});

test.each([
  [0, '1 分'],
  [59 * 60_000, '59 分'],
  [3 * 3_600_000 + 10 * 60_000, '3 时 10 分'],
  [24 * 3_600_000, '1 天'],
  [100 * 3_600_000, '4 天 4 时'],
])('%d ms is %s', (ms, words) => expect(spanOf(ms)).toBe(words));
