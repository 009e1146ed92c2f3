import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'every forged callback is written down',
  file: 'server/src/payments/noteNotice.ts',
  find: 'from counted where count <= ${ROWS_AN_HOUR}::int`',
  replace: 'from counted where count > 0 or ${ROWS_AN_HOUR}::int > 0`',
  test: 'server/test/paymentsNotices.test.ts',
  testName: 'a flood of forged callbacks is counted in full',
};
