import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** One file of an archive. Its body must be read before the next one is asked for. */
export interface TarEntry {
  name: string;
  /** Bytes. */
  size: number;
  body: AsyncIterable<Buffer>;
}

export class TarDamaged extends Error {}

const BLOCK = 512;
const padding = (size: number) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** Whether a name fits into a header of the ustar format: 100 bytes, and up to 155 of folders before them. */
export const fitsTar = (name: string) => split(name) !== null;

/** Writes one file in the ustar format (POSIX.1-1988), which every `tar` reads. Waits while `out` is full. */
export async function writeTarEntry(out: Writable, name: string, size: number, body: Readable | Buffer): Promise<void> {
  await write(out, header(name, size));
  let written = 0;
  for await (const chunk of Buffer.isBuffer(body) ? [body] : (body as AsyncIterable<Buffer>)) {
    written += chunk.length;
    await write(out, chunk);
  }
  if (written !== size) throw new Error(`${name} changed its size while it was read`);
  await write(out, padding(size));
}

/** Two empty blocks end an archive. */
export const writeTarEnd = (out: Writable) => write(out, Buffer.alloc(2 * BLOCK));

async function write(out: Writable, bytes: Buffer): Promise<void> {
  if (out.destroyed) throw out.errored ?? new Error('the archive can be written no further');
  if (out.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      out.off('drain', go).off('close', go);
      resolve();
    };
    out.once('drain', go).once('close', go);
  });
}

function split(name: string): { prefix: string; base: string } | null {
  if (Buffer.byteLength(name) <= 100) return { prefix: '', base: name };
  for (let cut = name.lastIndexOf('/'); cut > 0; cut = name.lastIndexOf('/', cut - 1)) {
    const [prefix, base] = [name.slice(0, cut), name.slice(cut + 1)];
    if (Buffer.byteLength(base) > 100) return null;
    if (Buffer.byteLength(prefix) <= 155) return { prefix, base };
  }
  return null;
}

function header(name: string, size: number): Buffer {
  const parts = split(name);
  if (!parts) throw new Error(`the name is too long for a tar: ${name}`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'ascii');
  block.write(parts.base, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  block.write('0', 156);
  block.write('ustar\0' + '00', 257);
  block.write(parts.prefix, 345);
  block.fill(' ', 148, 156);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  return block;
}

/** The files of an archive, in order. Throws TarDamaged for what is not a whole archive of ours. */
export async function* readTar(file: string): AsyncGenerator<TarEntry> {
  const bytes = byteReader(createReadStream(file));
  for (;;) {
    const block = await bytes.exactly(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const { name, size } = parse(block);
    let left = size;
    const body = (async function* () {
      while (left > 0) {
        const chunk = await bytes.upTo(left);
        left -= chunk.length;
        yield chunk;
      }
    })();
    yield { name, size, body };
    while (left > 0) left -= (await bytes.upTo(left)).length;
    await bytes.exactly(padding(size).length);
  }
}

function parse(block: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) => block.toString('utf8', from, from + length).replace(/\0[\s\S]*$/, '');
  const sum = Number.parseInt(text(148, 8), 8);
  const blank = Buffer.from(block).fill(' ', 148, 156);
  if (text(257, 5) !== 'ustar' || blank.reduce((total, byte) => total + byte, 0) !== sum) throw new TarDamaged();
  const prefix = text(345, 155);
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size: Number.parseInt(text(124, 12), 8) };
}

function byteReader(stream: Readable) {
  const source = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  const upTo = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const { value, done } = await source.next();
      if (done) throw new TarDamaged();
      rest = value;
    }
    const chunk = rest.subarray(0, most);
    rest = rest.subarray(chunk.length);
    return chunk;
  };
  return {
    upTo,
    async exactly(length: number): Promise<Buffer> {
      const chunks: Buffer[] = [];
      for (let left = length; left > 0;) {
        const chunk = await upTo(left);
        left -= chunk.length;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}
