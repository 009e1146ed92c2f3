import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAX_UPLOAD_BYTES } from '@jishi/contract/plain/pictures';
import { AppError } from '../errors';

/**
 * Writes what comes to a file of its own, lets `use` have it, and removes it, whatever happens. Throws
 * `picture_too_large`, and `invalid_request` for a sender who went away.
 */
export async function receiveFile<T>(body: Readable, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-upload-'));
  try {
    const file = path.join(folder, 'file');
    await pipeline(body, upTo(MAX_UPLOAD_BYTES), createWriteStream(file)).catch((error: unknown) => {
      throw error instanceof AppError ? error : new AppError('invalid_request', undefined, '没有收完');
    });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is too much is still read, but not kept: a sender whose connection is cut never reads the refusal. Not for ever. */
function upTo(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= most) return done(null, chunk);
      return done(size > 4 * most ? new AppError('picture_too_large') : null);
    },
    flush: (done) => done(size > most ? new AppError('picture_too_large') : null),
  });
}
