import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { AppError } from './errors';
import { receiveFile } from './assets/receiveFile';

/** Beside the file a form may say a little; nobody reads it. */
const LIMITS = { files: 1, fields: 20, fieldSize: 1024, headerPairs: 40 };

/**
 * Takes the one file of a `multipart/form-data` body, the only way in which super-apps send files, and lets `use` have
 * it. Throws `invalid_request` for what is no such form, for one without a file and for a sender who went away,
 * and `picture_too_large`.
 */
export async function receiveForm<T>(
  body: Readable,
  contentType: string | undefined,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const form = openForm(contentType);
  const file = new Promise<Readable>((resolve, reject) => {
    const fail = (message: string) => reject(new AppError('invalid_request', undefined, message));
    form.on('file', (_name, stream) => {
      // an error that nobody listens to would end the process
      stream.on('error', () => undefined);
      resolve(stream);
    });
    form.on('finish', () => fail('没有文件'));
    // listened to for good: a broken form says so more than once
    form.on('error', () => fail('没有收完'));
    pipeline(body, form).catch((error: Error) => {
      fail('没有收完');
      // its file must not wait for the rest
      void file.then((stream) => stream.destroy(error)).catch(() => undefined);
    });
  });
  try {
    return await receiveFile(await file, use);
  } catch (error) {
    if (!body.readableEnded) body.destroy();
    throw error;
  }
}

function openForm(contentType = ''): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
  } catch {
    throw new AppError('invalid_request', undefined, '应为 multipart/form-data');
  }
}
