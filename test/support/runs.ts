const seed = Number(process.env.SEED ?? Date.now() % 0x7fffffff);

/** Of the stated number; on the second engine, whose own part is the SQL, fewer are enough. */
const PART = process.env.TEST_DB === 'postgres' ? 100 : 20;

/**
 * How often a property test repeats: its stated number under `npm run soak`, a twentieth of it otherwise, and a
 * hundredth on PostgreSQL. Spread into fast-check's parameters: `fc.assert(property, runs(10_000))`.
 */
export function runs(stated: number): { numRuns: number; seed: number } {
  const numRuns = process.env.SOAK ? stated : Math.ceil(stated / PART);
  const where = expect.getState().currentTestName ?? 'property';
  process.stderr.write(`${where}: ${numRuns} of ${stated} runs, SEED=${seed}\n`);
  return { numRuns, seed };
}

/**
 * One in `n` of `all`, others in each run: all of them under `npm run soak`. `shift` moves the choice, so that lists
 * that are gone through one after the other do not leave out the same ones.
 */
export function everyFew<T>(n: number, all: readonly T[], shift = 0): T[] {
  if (process.env.SOAK) return [...all];
  return all.filter((_, index) => (index + shift + seed) % n === 0);
}
