import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a name of an asset may lead out of its folder',
  file: 'server/src/assets/assetStore.ts',
  find: 'read: async (name) => (NAME.test(name) ? blobs.read(name) : null),',
  replace: 'read: (name) => blobs.read(name),',
  test: 'server/test/assets.test.ts',
  testName: 'no name leads out of the store',
};
