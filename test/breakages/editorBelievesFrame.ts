import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the editor believes whatever the frame says that it has drawn',
  file: 'console/src/layouts/editor/readFrameMessage.ts',
  find: 'boxes: items(data.boxes).filter(isBox),',
  replace: 'boxes: data.boxes as BlockBox[],',
  test: 'test/console/readFrameMessage.test.ts',
  testName: 'a place or a block that is none is left out',
};
