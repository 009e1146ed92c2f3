import { fileName } from '../../console/src/codes/takeCodes';

test('a name that a system would refuse as a file’s is written otherwise', () => {
  expect(fileName('a/b\\c:"茶壶" <新>?\n·  店')).toBe('a b c 茶壶 新 · 店');
});
