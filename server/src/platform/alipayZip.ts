import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;

/** The files of a ZIP archive, in order, stored or deflated. Throws on any other kind, and beyond `maxBytes` for a file. */
export async function unzip(archive: Buffer, maxBytes: number): Promise<Buffer[]> {
  const end = findEnd(archive);
  const files: Buffer[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('an entry was expected');
    const method = archive.readUInt16LE(at + 10);
    const packedBytes = archive.readUInt32LE(at + 20);
    const header = archive.readUInt32LE(at + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(start, start + packedBytes);
    if (packed.length !== packedBytes) throw new Error('the archive was cut');
    if (method === 8) files.push(await inflate(packed, { maxOutputLength: maxBytes }));
    else if (method === 0 && packedBytes <= maxBytes) files.push(packed);
    else throw new Error('another kind of archive');
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** The end record stands last, before a comment of unknown length. */
function findEnd(archive: Buffer): number {
  const lowest = Math.max(0, archive.length - END_BYTES - 0xffff);
  for (let at = archive.length - END_BYTES; at >= lowest; at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw new Error('not an archive');
}
