import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'one who was disabled and restored is still signed in',
  file: 'server/src/employees/editEmployees.ts',
  find: "    await revokeSessions(ctx, employeeId, '');\n  }\n  await ctx.db.query(sql`update employees set state",
  replace: '  }\n  await ctx.db.query(sql`update employees set state',
  test: 'server/test/adminSessions.test.ts',
  testName: 'a disabled employee is out at once and cannot come back',
};
