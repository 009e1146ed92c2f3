import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Where files lie: a folder, or a bucket. Names are checked by the asset store, which is the only caller. */
export interface Blobs {
  /** Whole or not at all; replaces what was there. */
  write(name: string, bytes: Buffer): Promise<void>;
  /** Null when there is none. The stream must be read or destroyed. */
  read(name: string): Promise<Blob | null>;
  has(name: string): Promise<boolean>;
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>;
}

export interface Blob {
  /** Bytes. */
  size: number;
  stream: Readable;
}

const isAbsent = (error: unknown) => ['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as { code: string }).code);

/** Files in a folder; written beside and renamed, so that a crash leaves no half file under its name. */
export function diskBlobs(folder: string): Blobs {
  const fileOf = (name: string) => path.join(folder, name);
  return {
    async write(name, bytes) {
      const file = fileOf(name);
      await mkdir(path.dirname(file), { recursive: true });
      // two writers of the same name at the same time must not share it
      const temporary = `${file}.${randomUUID()}.tmp`;
      try {
        await writeFile(temporary, bytes);
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async read(name) {
      const handle = await open(fileOf(name)).catch((error: unknown) => {
        if (isAbsent(error)) return null;
        throw error;
      });
      if (!handle) return null;
      const about = await handle.stat();
      if (about.isFile()) return { size: about.size, stream: createReadStream('', { fd: handle }) };
      await handle.close();
      return null;
    },
    async has(name) {
      const about = await stat(fileOf(name)).catch(() => null);
      return about?.isFile() ?? false;
    },
    remove: (name) => rm(fileOf(name), { force: true }),
  };
}
