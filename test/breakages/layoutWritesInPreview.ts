import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the console’s preview can write',
  file: 'src/lib/send.ts',
  find: "if (preview && method !== 'GET') throw",
  replace: "if (preview && method === 'GET' && body) throw",
  test: 'test/lib/preview.test.ts',
  testName: 'in the console’s frame every write is refused, and so is a login',
};
