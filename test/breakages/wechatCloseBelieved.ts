import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a close that WeChat refused counts as closed',
  file: 'server/src/platform/wechatPay.ts',
  find: "if (report.state === 'open') throw error;",
  replace: "if (report.state === 'open') return { ...report, state: 'closed' };",
  test: 'server/test/platformWechatPay.test.ts',
  testName: 'one that was refused is no close',
};
