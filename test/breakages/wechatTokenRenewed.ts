import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'each call renews the token that WeChat ended',
  file: 'server/src/platform/wechatApi.ts',
  find: 'return call(await tokens.renew(name, token, () => replace(token)));',
  replace: 'return call((await replace(token)).token);',
  test: 'server/test/platformAccessTokens.test.ts',
  testName: '200 calls with a token that WeChat ended renew it once',
};
