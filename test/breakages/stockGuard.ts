import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'stock is reserved without looking whether it is there',
  file: 'server/src/orders/stock.ts',
  find: 'where s.sku_id = w.sku_id and s.on_hand - s.reserved >= w.quantity',
  replace: 'where s.sku_id = w.sku_id',
  test: 'server/test/stock.test.ts',
  testName: 'a line that asks for more than there is reserves nothing',
};
