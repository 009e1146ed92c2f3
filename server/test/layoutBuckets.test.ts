import { armOf, isRolledOut } from '../src/layouts/chooseRelease';

const DEVICES = Array.from({ length: 20_000 }, (_, nth) => `device-${nth.toString(36).padStart(6, '0')}`);
const RELEASES = ['101', '2000000000000001', '2000000000000002'];
const shareOf = (list: unknown[], all: unknown[] = DEVICES) => (list.length / all.length) * 100;
const reached = (id: string, rollout: number) => DEVICES.filter((device) => isRolledOut({ id, rollout }, device));
const arms = (...weights: number[]) => weights.map((weight) => ({ version: null, weight }));

test.each([1, 10, 25, 50, 99])(
  'a roll-out to %d percent reaches that share of 20,000 devices within a point',
  (rollout) => {
    for (const id of RELEASES) expect(Math.abs(shareOf(reached(id, rollout)) - rollout)).toBeLessThan(1);
  },
);

test('as a roll-out grows nobody loses it, and at 100 nobody is left out', () => {
  for (const id of RELEASES) {
    let before = new Set<string>();
    for (const rollout of [0.5, 5, 10, 25, 60, 100]) {
      const now = new Set(reached(id, rollout));
      expect([...before].filter((device) => !now.has(device))).toEqual([]);
      before = now;
    }
    expect(before.size).toBe(DEVICES.length);
  }
});

test('arms have their weights within a point, and a device keeps its arm', () => {
  for (const id of RELEASES) {
    const release = { id, arms: arms(50, 30, 20) };
    const counts = [0, 0, 0];
    for (const device of DEVICES) counts[armOf(release, device)]! += 1;
    counts.forEach((count, arm) =>
      expect(Math.abs((count / DEVICES.length) * 100 - release.arms[arm]!.weight)).toBeLessThan(1),
    );
    expect(DEVICES.slice(0, 100).map((device) => armOf(release, device))).toEqual(
      DEVICES.slice(0, 100).map((device) => armOf(release, device)),
    );
  }
});

test('which devices a roll-out reaches says nothing about their arms, nor about the next release', () => {
  const [one, other] = RELEASES as [string, string];
  const chosen = reached(one, 25);
  const inFirst = chosen.filter((device) => armOf({ id: one, arms: arms(50, 50) }, device) === 0);
  expect(Math.abs(shareOf(inFirst, chosen) - 50)).toBeLessThan(2);
  const inBoth = chosen.filter((device) => isRolledOut({ id: other, rollout: 25 }, device));
  expect(Math.abs(shareOf(inBoth, chosen) - 25)).toBeLessThan(2);
  const sameArm = DEVICES.filter(
    (device) => armOf({ id: one, arms: arms(50, 50) }, device) === armOf({ id: other, arms: arms(50, 50) }, device),
  );
  expect(Math.abs(shareOf(sameArm) - 50)).toBeLessThan(1);
});

/** How far a table of counts is from what its rows and columns would give if neither knew of the other. */
function chiSquare(table: readonly (readonly number[])[]): number {
  const sum = (list: readonly number[]) => list.reduce((whole, count) => whole + count, 0);
  const rows = table.map(sum);
  const columns = table[0]!.map((_, column) => sum(table.map((row) => row[column]!)));
  const all = sum(rows);
  return sum(
    table.flatMap((row, r) =>
      row.map((count, c) => {
        const expected = (rows[r]! * columns[c]!) / all;
        return (count - expected) ** 2 / expected;
      }),
    ),
  );
}

/** Where a rule puts each device. */
type Places = readonly number[];

/** Devices by where two rules put them. */
function tableOf(rows: Places, columns: Places): number[][] {
  const table = Array.from({ length: Math.max(...new Set(rows)) + 1 }, () =>
    Array.from({ length: Math.max(...new Set(columns)) + 1 }, () => 0),
  );
  rows.forEach((row, nth) => (table[row]![columns[nth]!]! += 1));
  return table;
}

/** What chance alone passes once in a thousand tables, for one and for two degrees of freedom. */
const CRITICAL = { '2×2': 10.83, '3×2': 13.82 } as const;
const RULES = RELEASES.map((id) => ({
  id,
  halves: DEVICES.map((device) => armOf({ id, arms: arms(50, 50) }, device)),
  thirds: DEVICES.map((device) => armOf({ id, arms: arms(50, 30, 20) }, device)),
  rollOut: DEVICES.map((device) => Number(isRolledOut({ id, rollout: 25 }, device))),
}));
const pairs = RULES.flatMap((one) => RULES.filter((other) => other !== one).map((other) => ({ one, other })));

test.each(pairs)('the arms and roll-outs of releases $one.id and $other.id know nothing of each other', (pair) => {
  const { one, other } = pair;
  expect(chiSquare(tableOf(one.halves, other.halves))).toBeLessThan(CRITICAL['2×2']);
  expect(chiSquare(tableOf(one.thirds, other.halves))).toBeLessThan(CRITICAL['3×2']);
  expect(chiSquare(tableOf(one.rollOut, other.rollOut))).toBeLessThan(CRITICAL['2×2']);
  expect(chiSquare(tableOf(one.halves, other.rollOut))).toBeLessThan(CRITICAL['2×2']);
  expect(chiSquare(tableOf(one.thirds, other.rollOut))).toBeLessThan(CRITICAL['3×2']);
});

test.each(RULES)('the arms of release $id know nothing of its own roll-out', ({ halves, thirds, rollOut }) => {
  expect(chiSquare(tableOf(halves, rollOut))).toBeLessThan(CRITICAL['2×2']);
  expect(chiSquare(tableOf(thirds, rollOut))).toBeLessThan(CRITICAL['3×2']);
});

test('the measure finds a table whose rows do know of its columns', () => {
  const skewed = DEVICES.length / 4 + 100;
  const rest = DEVICES.length / 2 - skewed;
  expect(
    chiSquare([
      [skewed, rest],
      [rest, skewed],
    ]),
  ).toBe(8);
  const [{ halves }] = RULES as [(typeof RULES)[number]];
  expect(chiSquare(tableOf(halves, halves))).toBeCloseTo(DEVICES.length);
});
