import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's refusal, which is a success, counts as leave",
  file: 'src/platform/alipayMessages.ts',
  find: "if (answer.behavior !== 'subscribe') return ok({ accepted: [] });",
  replace: "if (answer.behavior === 'cancel') return ok({ accepted: entityIds });",
  test: 'test/platform/reach.test.ts',
  testName: 'messages that were refused give leave for exactly',
};
