import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a message whose sender died is sent once more',
  file: 'server/src/messages/sendMessage.ts',
  find: "if (message.state !== 'waiting') return 'over';",
  replace: "if (message.state !== 'waiting' && message.state !== 'sending') return 'over';",
  test: 'server/test/messages.test.ts',
  testName: 'a crash between any two statements never sends a message twice',
};
