import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a job does not wait for its time',
  file: 'server/src/jobs.ts',
  find: 'and run_at <= ${ctx.now()} and dead_at is null',
  replace: 'and ${ctx.now()}::timestamptz is not null and dead_at is null',
  test: 'server/test/jobs.test.ts',
  testName: 'a job waits for its time',
};
