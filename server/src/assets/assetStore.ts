import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Keeps public pictures and answers the path under which the server offers them. */
export interface AssetStore {
  /** Stored under the hash of its bytes: the same picture twice is one file. */
  put(bytes: Buffer, type: 'jpg' | 'png' | 'webp'): Promise<string>;
  /** Stored under a fixed name such as `demo/banner-1.jpg`, replacing what was there. */
  putNamed(name: string, bytes: Buffer): Promise<string>;
}

/** Pictures in a folder; written beside and renamed, so that a crash leaves no half picture. */
export function diskAssets(folder: string): AssetStore {
  const write = async (name: string, bytes: Buffer) => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    // two puts of the same bytes at the same time must not share it
    const temporary = `${file}.${randomUUID()}.tmp`;
    await writeFile(temporary, bytes);
    await rename(temporary, file);
    return `/assets/${name}`;
  };
  return {
    async put(bytes, type) {
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      const name = `${hash.slice(0, 2)}/${hash}.${type}`;
      const exists = await stat(path.join(folder, name)).catch(() => null);
      return exists ? `/assets/${name}` : write(name, bytes);
    },
    putNamed: write,
  };
}
