import fs from 'node:fs/promises';

/** A visitor or a test that reads the old build meanwhile never sees half of the new one. */
export async function putInPlace(fresh: string, place: string): Promise<void> {
  const old = `${fresh}-old`;
  await fs.rename(place, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await fs.rename(fresh, place);
  await fs.rm(old, { recursive: true, force: true });
}
