import { linkCode } from './linkCode';
import type { PlatformAdapter } from './types';

const RISKY = /赌博|代开发票/;

/**
 * Codes, messages and moderation of the fake platform: the words decide, so that a test can choose. Its codes open the
 * page, as no camera knows a super-app that is not there.
 */
export const fakeReach = (
  publicUrl: string,
): Pick<PlatformAdapter, 'makeCode' | 'sendMessage' | 'checkText' | 'checkPicture' | 'reportShipping'> => ({
  makeCode: async ({ token }) => linkCode(publicUrl, token),
  sendMessage: async ({ openId }) => (openId === 'refuses-messages' ? 'not_granted' : 'sent'),
  checkText: async ({ text }) => ({ suggestion: RISKY.test(text) ? 'risky' : 'pass', label: 'fake' }),
  checkPicture: async ({ url }) => ({ suggestion: url.includes('risky') ? 'risky' : 'pass', label: 'fake' }),
  reportShipping: async () => undefined,
});
