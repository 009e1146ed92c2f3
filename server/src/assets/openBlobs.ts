import path from 'node:path';
import type { Env } from '../env';
import { diskBlobs, type Blobs } from './blobs';
import { s3Blobs } from './s3Blobs';

/** Where pictures lie: in this folder, or, when null, in the bucket. */
export const assetsFolder = ({ s3, dataDir }: Pick<Env, 's3' | 'dataDir'>): string | null =>
  s3 ? null : path.join(dataDir, 'assets');

/** The files of the shop that the configuration names. */
export function openBlobs(env: Pick<Env, 's3' | 'dataDir'>): Blobs {
  const folder = assetsFolder(env);
  return folder ? diskBlobs(folder) : s3Blobs({ ...env.s3!, now: () => new Date() });
}
