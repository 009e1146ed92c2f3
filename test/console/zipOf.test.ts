import fc from 'fast-check';
import { fileName } from '../../console/src/codes/takeCodes';
import { zipOf } from '../../console/src/codes/zipOf';
import { runs } from '../support/runs';

/** Where the format says that things stand, read from the end as programs do. */
async function read(archive: Blob) {
  const bytes = Buffer.from(await archive.arrayBuffer());
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  expect(at + bytes.readUInt32LE(end + 12)).toBe(end);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const [crc, size, nameLength] = [
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
    ];
    const head = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    at += 46 + nameLength;
    expect(bytes.readUInt32LE(head)).toBe(0x04034b50);
    expect(bytes.subarray(head + 30, head + 30 + nameLength)).toEqual(name);
    const from = head + 30 + nameLength;
    return { name: name.toString(), crc, bytes: bytes.subarray(from, from + size) };
  });
}

test('an archive has every file under its name, with the check sum that the format asks for', async () => {
  const bytes = new TextEncoder().encode('123456789');
  const [first, second] = await read(
    zipOf([
      { name: '南门海报-微信.png', bytes },
      { name: 'b', bytes: new Uint8Array() },
    ]),
  );
  // the value that every description of CRC-32 gives for these nine letters
  expect(first).toEqual({ name: '南门海报-微信.png', crc: 0xcbf43926, bytes: Buffer.from(bytes) });
  expect(second).toEqual({ name: 'b', crc: 0, bytes: Buffer.alloc(0) });
});

test('whatever files go in come out', async () => {
  const file = fc.record({
    name: fc.string({ unit: 'grapheme', minLength: 1 }),
    bytes: fc.uint8Array({ maxLength: 3000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 12 }), async (files) => {
      const copies = files.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }));
      const out = await read(zipOf(copies));
      expect(out.map(({ name, bytes }) => [name, bytes.toString('hex')])).toEqual(
        files.map(({ name, bytes }) => [Buffer.from(name).toString(), Buffer.from(bytes).toString('hex')]),
      );
    }),
    runs(1000),
  );
});

test('a name that a system would refuse as a file’s is written otherwise', () => {
  expect(fileName('a/b\\c:"茶壶" <新>?\n·  店')).toBe('a b c 茶壶 新 · 店');
});
