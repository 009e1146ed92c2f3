import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'any number of pictures waits to be drawn',
  file: 'server/src/posters/posters.ts',
  find: "if (waitingBytes + size > maxWaitingBytes) throw new AppError('busy');",
  replace: '',
  test: 'server/test/postersProcess.test.ts',
  testName: 'more posters than can wait',
};
