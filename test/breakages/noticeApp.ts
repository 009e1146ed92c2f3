import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a callback of another app pays the order',
  file: 'server/src/payments/noticeSender.ts',
  find: 'sender.appId !== undefined && sender.appId !== payment.app_id',
  replace: "sender.appId === ''",
  test: 'server/test/paymentsNotices.test.ts',
  testName: 'a callback of another app changes nothing',
};
