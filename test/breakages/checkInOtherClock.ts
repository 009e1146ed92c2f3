import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a day of checking in begins at eight in the morning',
  file: 'server/src/points/checkIns.ts',
  find: 'export async function checkIn(ctx: Context, userId: string): Promise<CheckInsBody> {\n  const today = dayOf(ctx.now());',
  replace:
    'export async function checkIn(ctx: Context, userId: string): Promise<CheckInsBody> {\n  const today = ctx.now().toISOString().slice(0, 10);',
  test: 'server/test/points.test.ts',
  testName: 'counts once a day in Beijing',
};
