/**
 * How often a property test repeats: its stated number under `npm run soak`, a twentieth of it otherwise.
 * Spread into fast-check's parameters: `fc.assert(property, runs(10_000))`.
 */
const seed = Number(process.env.SEED ?? Date.now() % 0x7fffffff);

export function runs(stated: number): { numRuns: number; seed: number } {
  const numRuns = process.env.SOAK ? stated : Math.ceil(stated / 20);
  const where = expect.getState().currentTestName ?? 'property';
  process.stderr.write(`${where}: ${numRuns} of ${stated} runs, SEED=${seed}\n`);
  return { numRuns, seed };
}
