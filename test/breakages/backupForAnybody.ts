import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the running shop gives its backup to anybody',
  file: 'server/src/backups/routes.ts',
  find: '    requireControlToken(request, token);\n',
  replace: '',
  test: 'server/test/backup.test.ts',
  testName: 'gives its backup only to who holds the lock',
};
