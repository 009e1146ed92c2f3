import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'signing out leaves the session open',
  file: 'server/src/console/routes.ts',
  find: '    await endSession(ctx, actor, request.id);\n',
  replace: '',
  test: 'server/test/console.test.ts',
  testName: 'signing out ends the session itself',
};
