import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a message that was refused counts as leave to send it',
  file: 'src/platform/wxFamily.ts',
  find: "answers[id] === 'accept'",
  replace: "answers[id] !== 'ban'",
  test: 'test/platform/reach.test.ts',
  testName: 'messages that were refused give leave for exactly',
};
