import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'blocks that could not be drawn are not told of',
  file: 'src/blocks/BlockBoundary.tsx',
  find: 'this.props.onFailed?.();',
  replace: '',
  test: 'test/kinds/everyKind.test.tsx',
  testName: 'a block that throws is reported, and one in its place is drawn',
};
