import fc from 'fast-check';
import { runs } from '../support/runs';
import { fenOf, yuanOf } from '../../console/src/components/yuan';

test('every amount that a field shows is read back to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
      expect(fenOf(yuanOf(fen))).toBe(fen);
    }),
    runs(20_000),
  );
});

test.each([
  ['12.5', 1250],
  ['0.1', 10],
  ['19.99', 1999],
  ['1,299', 129_900],
  ['￥ 8.05', 805],
  ['１２．３', 1230],
  ['7.', 700],
])('%s is %d fen', (text, fen) => expect(fenOf(text)).toBe(fen));

test.each(['', '十二', '1.234', '-1', '1e3', '1.2.3', '0x10', 'NaN'])('%j is no amount', (text) =>
  expect(fenOf(text)).toBeNull(),
);
