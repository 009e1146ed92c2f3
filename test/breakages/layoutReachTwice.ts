import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a device that was updated counts with its old build too',
  file: 'server/src/layouts/reach.ts',
  find: 'from (select device_id, max(contract) as contract from newest group by device_id) shop',
  replace: 'from (select distinct device_id, contract from newest) shop',
  test: 'server/test/layoutUpkeep.test.ts',
  testName: 'the devices of a week are counted once each',
};
