import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a platform that went silent gives the grant back',
  file: 'server/src/messages/sendMessage.ts',
  find: "state: 'lost', note: `没有回音：${String(error)}`, grant: 'spent'",
  replace: "state: 'lost', note: `没有回音：${String(error)}`, grant: 'open'",
  test: 'server/test/messages.test.ts',
  testName: 'silence keeps the grant spent',
};
