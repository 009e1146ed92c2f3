import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the arm of an experiment follows the roll-out',
  file: 'server/src/layouts/chooseRelease.ts',
  find: 'bucketOf(`${id}:arm`, deviceId)',
  replace: 'bucketOf(`${id}:rollout`, deviceId)',
  test: 'server/test/layoutBuckets.test.ts',
  testName: 'which devices a roll-out reaches says nothing about their arms',
};
