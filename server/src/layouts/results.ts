import type { z } from 'zod';
import type { ArmResult } from '@jishi/contract/admin/layouts';
import type { Context } from '../context';
import { countArms, readKeptResults } from './countArms';
import { getRelease, type ReleaseBody } from './readReleases';

type Result = z.output<typeof ArmResult>;

/** What came of each arm of a release. Throws `not_found`. */
export async function readResults(ctx: Context, releaseId: string): Promise<{ release: ReleaseBody; arms: Result[] }> {
  const release = await getRelease(ctx, releaseId);
  const counted = [...(await readKeptResults(ctx.db, releaseId)), ...(await countArms(ctx.db, releaseId))];
  const arms = release.arms.map(({ versionNumber, weight }, arm) => {
    const own = counted.filter((one) => one.arm === arm);
    const sum = (name: 'devices' | 'buyers' | 'orders' | 'amountFen' | 'failedDevices') =>
      own.reduce((total, one) => total + one[name], 0);
    return {
      arm,
      versionNumber,
      weight,
      devices: sum('devices'),
      buyers: sum('buyers'),
      orders: sum('orders'),
      amountFen: sum('amountFen'),
      failedDevices: sum('failedDevices'),
    };
  });
  return { release, arms };
}
