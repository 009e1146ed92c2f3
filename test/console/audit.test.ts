import { changesOf } from '../../console/src/audit/changesOf';
import { fieldWord } from '../../console/src/audit/auditWords';

test('a line of the log says states, money and times in words, and only what changed', () => {
  const before = { state: 'paid', title: '茶壶', firstFen: 800, expiresAt: '2020-01-01T00:00:00.000Z' };
  const after = { ...before, state: 'shipped', firstFen: 1250, expiresAt: '2020-01-02T04:05:00.000Z' };
  expect(changesOf(before, after)).toEqual([
    { name: 'state', before: '待发货', after: '待收货' },
    { name: 'firstFen', before: '¥8.00', after: '¥12.50' },
    { name: 'expiresAt', before: '2020 年 1 月 1 日 08:00', after: '2020 年 1 月 2 日 12:05' },
  ]);
});

test('what has no word stands as it was written', () => {
  expect(changesOf(null, { state: 'newly_made', odd: { part: 'x' } })).toEqual([
    { name: 'state', before: null, after: 'newly_made' },
    { name: 'odd.part', before: null, after: 'x' },
  ]);
  expect(fieldWord('contact.odd')).toBe('客服 odd');
});
