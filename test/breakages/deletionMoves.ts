import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'asking again puts an account deletion off',
  file: 'server/src/account/deletion.ts',
  find: 'on conflict do nothing returning user_id`',
  replace: 'on conflict (user_id) do update set due_at = excluded.due_at returning user_id`',
  test: 'server/test/account.test.ts',
  testName: 'a deletion is due seven days after it was asked for, and asking again does not move the day',
};
