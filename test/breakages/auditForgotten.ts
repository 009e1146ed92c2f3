import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a shipment is not noted in the audit log',
  file: 'server/src/adminHttp.ts',
  find: '      await writeAudit(ctx, tx,',
  replace: "      if (!action.includes('shipments')) await writeAudit(ctx, tx,",
  test: 'server/test/adminOrders.test.ts',
  testName: 'a paid order is shipped once; its shopper sees it, and the log says who did it',
};
