import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a film that is gone keeps no layout from being published',
  file: 'server/src/layouts/filmProblems.ts',
  find: "{ level: 'error', text: '视频不存在了，换一个地址' }",
  replace: "{ level: 'warning', text: '视频不存在了，换一个地址' }",
  test: 'server/test/layoutProblems.test.ts',
  testName: 'films must be in the store or safe elsewhere',
};
