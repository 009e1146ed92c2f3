/** Of the ZIP format: what begins a file, its line in the directory, and the end. */
const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day that the format knows: the files say themselves when they are of. */
const DAY = 0x21;

/** An archive of files that are not packed further, which pictures cannot be. */
export function zipOf(files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const path = new TextEncoder().encode(name);
    const size = bytes.length;
    const facts: Field[] = [
      [2, VERSION],
      [2, FLAGS],
      [2, 0],
      [2, 0],
      [2, DAY],
      [4, crcOf(bytes)],
      [4, size],
      [4, size],
    ];
    const names: Field[] = [
      [2, path.length],
      [2, 0],
    ];
    const head = record([[4, LOCAL], ...facts, ...names]);
    // comment, disk, attributes within and without, and where the file begins
    const rest: Field[] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ];
    directory.push(record([[4, ENTRY], [2, VERSION], ...facts, ...names, ...rest]), path);
    parts.push(head, path, bytes);
    at += head.length + path.length + size;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const count: Field = [2, files.length];
  const end = record([[4, END], [2, 0], [2, 0], count, count, [4, length], [4, at], [2, 0]]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

/** Bytes, and a number in as many, the low ones first. */
type Field = readonly [2 | 4, number];

function record(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of fields) {
    for (let nth = 0; nth < length; nth++) bytes[at++] = (value >>> (8 * nth)) & 0xff;
  }
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const crcOf = (bytes: Uint8Array): number =>
  (bytes.reduce((crc, byte) => (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff]!, 0xffffffff) ^ 0xffffffff) >>> 0;
