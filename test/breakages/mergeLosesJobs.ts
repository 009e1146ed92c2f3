import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the jobs of a person who was merged find nobody',
  file: 'server/src/members/mergePeople.ts',
  find: '  await moveJobs(ctx, tx, { from, into });',
  replace: '',
  test: 'server/test/merging.test.ts',
  testName: 'an order of the old number is still closed in time, also by a job that had it in hand at the merge',
};
