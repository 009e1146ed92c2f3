import fc from 'fast-check';
import { readCsv, type CsvRecord } from '../src/imports/readCsv';
import { runs } from '../../test/support/runs';
import { csvText } from './support/csv';

async function read(content: string | Buffer, chunk = 1 << 16): Promise<CsvRecord[]> {
  const bytes = Buffer.from(content);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const records: CsvRecord[] = [];
  for await (const record of readCsv(chunks())) records.push(record);
  return records;
}

describe('reading CSV', () => {
  it('names the physical line on which each record starts, after quoted line breaks and blank lines', async () => {
    const text = 'a,b\n1,"x\n\ny"\n\n\n2,z\n,\n"3","w"';
    const expected = [
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1', 'x\n\ny'] },
      { line: 7, fields: ['2', 'z'] },
      { line: 9, fields: ['3', 'w'] },
    ];
    expect(await read(text)).toEqual(expected);
    expect(await read(text.replace(/\n/g, '\r\n'))).toEqual(expected);
    expect(await read(text.replace(/\n/g, '\r'))).toEqual(expected);
  });

  it('does not take a byte order mark for a part of the first header', async () => {
    expect(await read('\ufeff"Handle",b\n')).toEqual([{ line: 1, fields: ['Handle', 'b'] }]);
  });

  it('reads back whatever a spreadsheet can write, in chunks of any size', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '中', '😀', "'"), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, newline, chunk) => {
          const file = csvText(
            ['a', 'b'],
            rows.map(([a, b]) => ({ a, b })),
            newline,
          );
          const fields = (await read(file, chunk)).slice(1).map((record) => record.fault ?? record.fields);
          expect(fields).toEqual(rows.filter((row) => row.some((field) => field !== '')));
        },
      ),
      runs(4000),
    );
  });

  it('reports text after a closing quote on its line and reads on', async () => {
    expect(await read('a,b\n"x"y,1\n2,3\n')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fault: '引号后面有多余的字符' },
      { line: 3, fields: ['2', '3'] },
    ]);
  });

  it('reports a quote that is never closed on the line where the record starts', async () => {
    expect((await read('a,b\n1,2\n3,"x\n4,5\n')).at(-1)).toEqual({
      line: 3,
      fault: '引号没有闭合；其后的内容没有检查',
    });
  });

  it('reports bytes that are not UTF-8 on their record only', async () => {
    const gbk = Buffer.from([0xd6, 0xd0, 0xce, 0xc4]);
    const file = Buffer.concat([Buffer.from('a,b\n1,"x\n'), gbk, Buffer.from('"\n2,中文\n')]);
    expect(await read(file)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fault: '不是 UTF-8 编码，请另存为“CSV UTF-8”后再导入' },
      { line: 4, fields: ['2', '中文'] },
    ]);
  });

  it.each([
    ['without an end of line', Buffer.alloc(3 << 20, 'x')],
    ['inside a quote', Buffer.from(`"${`${'x'.repeat(1000)}\n`.repeat(3000)}`)],
  ])('gives up on a record %s that would fill the memory', async (_where, content) => {
    expect(await read(content)).toEqual([{ line: 1, fault: expect.stringContaining('太长') }]);
  });
});
