import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'anybody shows anybody’s private picture as their own',
  file: 'server/src/assets/uploads.ts',
  find: 'where user_id = ${userId} and upload_id = any(${[...uploadIds]}::bigint[]) and used_at is null',
  replace: 'where ${userId}::bigint is not null and upload_id = any(${[...uploadIds]}::bigint[]) and used_at is null',
  test: 'server/test/privateUploads.test.ts',
  testName: 'a picture is shown once, and by its owner alone',
};
