import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the demo shop’s owner signs in in production',
  file: 'server/src/employees/signIn.ts',
  find: "and state = 'active' and not (is_demo and ${ctx.env.isProduction}::boolean)",
  replace: "and state = 'active'",
  test: 'server/test/adminSessions.test.ts',
  testName: 'a demo shop makes one, once, whose login works there and never in production',
};
