import { crc32, deflateRawSync } from 'node:zlib';
import type { AlipayBooks } from './alipayBooks';
import { clockText } from './alipayCrypto';

/** One row of the trade bill, before it becomes text. */
export interface BillRow {
  kind: '交易' | '退款' | (string & {});
  tradeNo: string;
  outTradeNo: string;
  title: string;
  /** As written; negative for a refund. */
  yuan: string;
  refundNo: string;
}

const HEADER =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,' +
  '支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,' +
  '退款批次号/请求号,服务费（元）,分润（元）,备注';

/** What happened on a Beijing day. */
export function rowsOf(books: AlipayBooks, day: string): BillRow[] {
  const isOn = (at: number | null) => at !== null && clockText(at).startsWith(day);
  const rows: BillRow[] = [];
  for (const { tradeNo, outTradeNo, subject: title, cents, paidAt } of books.trades.values()) {
    const row = { tradeNo, outTradeNo, title };
    if (isOn(paidAt)) rows.push({ ...row, kind: '交易', yuan: (cents / 100).toFixed(2), refundNo: '' });
    for (const refund of books.refunds.filter((one) => one.outTradeNo === outTradeNo && isOn(one.at))) {
      rows.push({ ...row, kind: '退款', yuan: `-${(refund.cents / 100).toFixed(2)}`, refundNo: refund.outRequestNo });
    }
  }
  return rows;
}

/** The archive as Alipay makes it: the details and a summary, CSV in GBK with comment lines around. */
export function billArchive(day: string, rows: readonly BillRow[]): Buffer {
  const details = rows.map(({ tradeNo, outTradeNo, kind, title, yuan, refundNo }) =>
    [
      ...[`${tradeNo}\t`, `${outTradeNo}\t`, kind, title, `${day} 10:00:00`, `${day} 10:00:09`],
      ...[
        '',
        '',
        '',
        '',
        '**满(lin***@163.com)\t',
        yuan,
        yuan,
        '0.00',
        '0.00',
        '0.00',
        '0.00',
        '0.00',
        '',
        '0.00',
        '0.00',
      ],
      ...[refundNo && `${refundNo}\t`, '-0.01', '0.00', ''],
    ].join(','),
  );
  const head = [`#支付宝业务明细查询`, `#账号：[20880000]`, `#起始日期：[${day} 00:00:00]`];
  const rule = '#-----------------------------------------业务明细列表----------------------------------------';
  const detail = [...head, rule, HEADER, ...details, `${rule}结束`, `#交易合计：${rows.length}笔`, ''].join('\r\n');
  const summary = ['#支付宝业务汇总查询', '门店编号,门店名称,交易订单总笔数,退款订单总笔数', '合计,,1,0', ''].join(
    '\r\n',
  );
  return zip([
    { name: toGbk(`2088_${day}_业务明细(汇总).csv`), bytes: toGbk(summary), isStored: true },
    { name: toGbk(`2088_${day}_业务明细.csv`), bytes: toGbk(detail), isStored: false },
  ]);
}

let codes: Map<string, number> | undefined;

/** Node reads GBK and does not write it: the table is made by reading every code. */
function toGbk(text: string): Buffer {
  if (!codes) {
    codes = new Map();
    const decoder = new TextDecoder('gbk');
    for (let code = 0x8140; code <= 0xfefe; code += 1) {
      const char = decoder.decode(Buffer.from([code >> 8, code & 0xff]));
      if (char.length === 1 && char !== '\ufffd') codes.set(char, code);
    }
  }
  const bytes = [...text].flatMap((char) => {
    const code = char.charCodeAt(0) < 0x80 ? char.charCodeAt(0) : (codes!.get(char) ?? 0x3f);
    return code < 0x80 ? [code] : [code >> 8, code & 0xff];
  });
  return Buffer.from(bytes);
}

function zip(files: readonly { name: Buffer; bytes: Buffer; isStored: boolean }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, isStored } of files) {
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(isStored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, name);
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
