import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'WeChat offers a chat that the shop has not switched on',
  file: 'src/platform/ContactButton.weapp.tsx',
  find: 'if (!props.contact.hasWeappChat)',
  replace: 'if (props.contact.phone !== null)',
  test: 'test/platform/contactButton.test.tsx',
  testName: 'on weapp there is nothing where nobody can be reached',
};
