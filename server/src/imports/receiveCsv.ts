import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors';

const MAX_FILE = 64 * 1024 * 1024;

/** Writes what comes to a file of its own; `clean` removes it. Throws `too_large`. */
export async function receiveCsv(body: Readable): Promise<{ file: string; clean(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-import-'));
  const clean = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'products.csv');
  try {
    await pipeline(body, limit(MAX_FILE), createWriteStream(file));
  } catch (error) {
    await clean();
    throw error;
  }
  return { file, clean };
}

function limit(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) done(new AppError('too_large'));
      else done(null, chunk);
    },
  });
}
