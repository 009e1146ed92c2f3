import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a request is approved as often as somebody presses, with its stock and its money',
  file: 'server/src/aftersale/moveAftersale.ts',
  find: "if (!canMoveAftersale(state, to)) throw new AppError('aftersale_state', { state });",
  replace: "if (state === 'withdrawn') throw new AppError('aftersale_state', { state });",
  test: 'server/test/aftersale.test.ts',
  testName: 'its units are back once',
};
