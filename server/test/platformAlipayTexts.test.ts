import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { readMembers } from '../src/platform/alipayAnswer';
import { readBill } from '../src/platform/alipayBill';
import { fenToYuan, yuanToFen } from '../src/platform/alipayMoney';
import { unzip } from '../src/platform/alipayZip';

const fen = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }),
  fc.maxSafeInteger().filter((value) => value >= 0),
);

test('every amount in fen survives the way to yuan and back', () => {
  fc.assert(
    fc.property(fen, (amount) => {
      const yuan = fenToYuan(amount);
      expect(yuan).toMatch(/^(0|[1-9]\d*)\.\d{2}$/);
      expect(BigInt(yuan.replace('.', ''))).toBe(BigInt(amount));
      if (amount < 1e14) expect(yuanToFen(yuan)).toBe(amount);
    }),
    runs(100_000),
  );
});

test('yuan without trailing zeros are the same fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (amount) => {
      const yuan = fenToYuan(amount);
      expect(
        yuanToFen(yuan.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros.replace(/0+$/, '')))),
      ).toBe(amount);
      expect(yuanToFen(`${yuan}00`)).toBe(amount);
    }),
    runs(20_000),
  );
});

test.each(['', '.5', '1.', '1.005', '-1.00', '1,00', '1e3', ' 1.00', '0x10', 'NaN', '１.00'])(
  '%j is no amount in yuan',
  (text) => {
    expect(() => yuanToFen(text)).toThrow(RangeError);
  },
);

test.each([-1, 0.5, NaN, 2 ** 53])('%p is no amount in fen', (amount) => {
  expect(() => fenToYuan(amount)).toThrow(RangeError);
});

const json = fc.json({ maxDepth: 3 });

test('the members of an answer are found as they stand in the text, in any order', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json, { maxKeys: 5 }), fc.constantFrom('', ' ', '\n\t'), (given, space) => {
      const members = Object.entries(given).map(([name, value]) => `${space}${JSON.stringify(name)}${space}:${value}`);
      const text = `${space}{${members.join(`${space},`)}${space}}${space}`;
      expect([...readMembers(text)]).toEqual(Object.entries(given).map(([name, value]) => [name, value.trim()]));
    }),
    runs(10_000),
  );
});

test.each([
  '',
  '[]',
  '{"a":1,"a":2}',
  '{"a":{"b":1}',
  '{"a":"',
  '{"a":}',
  '{"a":1}x',
  '{"a":1,}',
  '{,}',
  '{a:1}',
  '{"a" 1}',
  '{"a":1 "b":2}',
])('%j is no answer', (text) => {
  expect(() => readMembers(text)).toThrow(SyntaxError);
});

const HEADER =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,订单金额（元）,商家实收（元）,退款批次号/请求号,备注';

test('a bill is read by its header, with tabs, bare commas and quotes in the titles, comments left out', () => {
  const text = [
    '#支付宝业务明细查询',
    HEADER.replaceAll('（', '(').replaceAll('）', ')'),
    '2026\t,T1\t,交易 ,柿子,2026-11-25 10:00:00,10.10,10.10, ,',
    '2026\t,T1\t,退款,柿子, 一箱,红的,2026-11-25 11:00:00,-3.20,-3.20,R1\t,',
    '2026\t,T2\t,交易,"茶, ""新""",2026-11-25 10:00:00,0.1,0.1,,备注',
    '2026\t,T3\t,转账,别的,2026-11-25 10:00:00,9.00,9.00,,',
    '#交易合计：2笔',
    '',
  ].join('\r\n');
  expect(readBill(text)).toEqual([
    { kind: 'payment', tradeNo: 'T1', refundNo: null, fen: 1010 },
    { kind: 'refund', tradeNo: 'T1', refundNo: 'R1', fen: 320 },
    { kind: 'payment', tradeNo: 'T2', refundNo: null, fen: 10 },
  ]);
});

test('the summary beside a bill is none, and an unreadable amount is an error, not a missing line', () => {
  expect(readBill('#汇总\r\n门店编号,交易订单总笔数\r\n合计,1\r\n')).toBeNull();
  expect(() => readBill(`${HEADER}\r\n1,T1,交易,柿子,2026-11-25,一元,1.00,,\r\n`)).toThrow(RangeError);
});

test('what is no archive is not unpacked', async () => {
  await expect(unzip(Buffer.from('PK nothing'), 100)).rejects.toThrow();
  await expect(unzip(Buffer.alloc(70_000), 100)).rejects.toThrow('not an archive');
});
