import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'messages ignore the quiet hours',
  file: 'server/src/messages/sendMessage.ts',
  find: 'if (quiet) return { waitUntil: quiet };',
  replace: '',
  test: 'server/test/quietHours.test.ts',
  testName: 'nothing is sent at night',
};
