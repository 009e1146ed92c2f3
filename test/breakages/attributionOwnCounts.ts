import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what an employee buys through themself counts for them',
  file: 'server/src/attribution/replay.ts',
  find: "if (!entry.isOwn && holderId !== buyerId) return { ...found, reason: 'touch' };",
  replace: "return { ...found, reason: 'touch' };",
  test: 'server/test/attribution.test.ts',
  testName: 'what an employee buys through themself',
};
