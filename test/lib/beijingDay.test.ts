import { dayWords, isoDay, lastDayWords } from '@/lib/beijingDay';

test('a day is the one in Beijing, and what ends at its midnight belongs to the day before', () => {
  expect(isoDay('2026-11-29T15:59:59.999Z')).toBe('2026-11-29');
  expect(isoDay('2026-11-29T16:00:00.000Z')).toBe('2026-11-30');
  expect(dayWords('2026-11-29T16:00:00.000Z')).toBe('11 月 30 日');
  expect(lastDayWords('2026-12-31T16:00:00.000Z')).toBe('12 月 31 日');
});
