import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order that is not over can be deleted',
  file: 'server/src/orders/keepOrder.ts',
  find: "and state in ('done', 'closed') and hidden_at is null",
  replace: 'and hidden_at is null',
  test: 'server/test/follow.test.ts',
  testName: 'an order that is over can be deleted from the list',
};
