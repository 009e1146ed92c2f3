import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { price, type PriceRules } from '../src/pricing/price';
import type { PricedLine } from '../src/pricing/takeOff';
import { fenLeft, spread, unitsLeft, worthOf, type PaidLine } from '../src/aftersale/worth';
import { cartOf } from './support/pricing';

/** Which line, how many units, and whether the request is dropped again later. */
const step = fc.record({
  at: fc.nat(),
  units: fc.integer({ min: 1, max: 99 }),
  isDropped: fc.boolean(),
});
const steps = fc.array(step, { maxLength: 40 });

/** What the order's books say was paid for each line. */
function paidLines(list: readonly PricedLine[], given: PriceRules): { paid: PaidLine[]; goodsFen: number } {
  const { adjustments, totalFen } = price(list, { ...given, shipping: null });
  const paid = list.map((line) => ({
    skuId: line.skuId,
    lineId: line.skuId,
    quantity: line.quantity,
    paidFen:
      line.unitFen * line.quantity -
      adjustments.reduce((sum, part) => sum + (part.skuId === line.skuId ? part.fen : 0), 0),
    takenUnits: 0,
    takenFen: 0,
  }));
  return { paid, goodsFen: totalFen };
}

const sum = (list: readonly number[]) => list.reduce((total, fen) => total + fen, 0);

test('however an order is asked back in pieces and some of them are dropped, all of it is what was paid, and no line gives more', () => {
  fc.assert(
    fc.property(cartOf(8), steps, ({ lines: list, rules: given }, acts) => {
      const { paid, goodsFen } = paidLines(list, given);
      const back = new Map(paid.map(({ lineId }) => [lineId, 0]));
      const open: { line: PaidLine; units: number; fen: number }[] = [];
      const take = (line: PaidLine, units: number) => {
        const fen = worthOf(line, units);
        expect(fen).toBeGreaterThanOrEqual(0);
        line.takenUnits += units;
        line.takenFen += fen;
        back.set(line.lineId, back.get(line.lineId)! + fen);
        expect(back.get(line.lineId)).toBeLessThanOrEqual(line.paidFen);
        return fen;
      };
      for (const { at, units, isDropped } of acts) {
        const line = paid[at % paid.length]!;
        const asked = Math.min(units, unitsLeft(line));
        if (asked === 0) continue;
        const fen = take(line, asked);
        if (isDropped) open.push({ line, units: asked, fen });
        // an earlier one is withdrawn, in whatever order
        if (open.length > 2) drop(open.splice(at % open.length, 1)[0]!, back);
      }
      for (const one of open) drop(one, back);
      for (const line of paid) if (unitsLeft(line) > 0) take(line, unitsLeft(line));
      expect(sum([...back.values()])).toBe(goodsFen);
      for (const line of paid) expect([fenLeft(line), unitsLeft(line)]).toEqual([0, 0]);
    }),
    runs(10_000),
  );
});

function drop({ line, units, fen }: { line: PaidLine; units: number; fen: number }, back: Map<string, number>): void {
  line.takenUnits -= units;
  line.takenFen -= fen;
  back.set(line.lineId, back.get(line.lineId)! - fen);
}

test('what is asked for is spread exactly, and no line gets more than its worth', () => {
  const worth = fc.uniqueArray(
    fc.record({
      skuId: fc.constant('1'),
      lineId: fc.bigInt({ min: 1n, max: 10n ** 17n }).map(String),
      quantity: fc.integer({ min: 1, max: 99 }),
      fen: fc.integer({ min: 0, max: 99_999_999 }),
    }),
    { minLength: 1, maxLength: 20, selector: (line) => line.lineId },
  );
  fc.assert(
    fc.property(worth, fc.integer({ min: 0, max: 100 }), (list, percent) => {
      const asked = Math.floor((sum(list.map(({ fen }) => fen)) * percent) / 100);
      const parts = spread(asked, list);
      expect(sum(parts.map(({ fen }) => fen))).toBe(asked);
      parts.forEach((part, index) => expect(part.fen).toBeLessThanOrEqual(list[index]!.fen));
    }),
    runs(10_000),
  );
});

test.each([
  [100, 3, [33, 33, 34]],
  [98, 99, Array.from({ length: 99 }, (_, index) => (index === 0 ? 0 : 1))],
  [0, 2, [0, 0]],
  [7, 1, [7]],
])('%i fen for %i units, one by one, leave nothing and take nothing twice', (paidFen, quantity, expected) => {
  const line: PaidLine = { skuId: '1', lineId: '1', quantity, paidFen, takenUnits: 0, takenFen: 0 };
  const one = () => {
    const fen = worthOf(line, 1);
    line.takenUnits += 1;
    line.takenFen += fen;
    return fen;
  };
  expect(expected.map(one)).toEqual(expected);
});
