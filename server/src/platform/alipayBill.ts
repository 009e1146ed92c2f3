import { z } from 'zod';
import { download } from './alipayDownload';
import { unavailable, type Gateway } from './alipayGateway';
import { yuanToFen } from './alipayMoney';
import { unzip } from './alipayZip';
import type { BillLine } from './types';

const METHOD = 'alipay.data.dataservice.bill.downloadurl.query';
const Located = z.object({ bill_download_url: z.url({ protocol: /^https?$/ }) });
const MAX_BYTES = 256 * 1024 * 1024;
const DAY_MS = 86_400_000;

/**
 * The trade bill of a Beijing day, from `alipay.data.dataservice.bill.downloadurl.query` (`bill_type` trade): a ZIP of
 * CSV files in GBK, made by 9 o'clock on the next day. It holds every trade of the merchant's account, other apps'
 * too. Null while there is none. Alipay makes no file for a day on which nothing happened: after one more day, no file
 * means no lines.
 */
export async function fetchAlipayBill(
  gateway: Gateway,
  day: string,
  { now, timeoutMs }: { now: Date; timeoutMs: number },
): Promise<BillLine[] | null> {
  const answer = await gateway.call(METHOD, { biz: { billType: 'trade', billDate: day } }, Located);
  if (!answer.ok) {
    if (!/bill.?not.?exist/i.test(answer.subCode)) throw unavailable(METHOD, answer);
    const isLongOver = now.getTime() >= Date.parse(`${day}T00:00:00+08:00`) + 2 * DAY_MS;
    return isLongOver ? [] : null;
  }
  try {
    const { bytes } = await download(answer.node.bill_download_url, { maxBytes: MAX_BYTES, timeoutMs });
    const files = await unzip(bytes, MAX_BYTES);
    const gbk = new TextDecoder('gbk');
    for (const file of files) {
      const lines = readBill(gbk.decode(file));
      if (lines) return lines;
    }
    throw new Error('no file of the archive lists trades');
  } catch (error) {
    throw unavailable(METHOD, error as Error);
  }
}

/** The lines of a bill's text, or null when it is the summary that lies beside it. Throws on an amount it cannot read. */
export function readBill(text: string): BillLine[] | null {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(splitRow);
  const header = rows.shift()?.map((name) => name.replace(/[（(]元[）)]$/, ''));
  if (!header?.includes('商户订单号') || !header.includes('订单金额')) return null;
  const title = header.indexOf('商品名称');
  const lines: BillLine[] = [];
  for (const row of rows) {
    const cell = (name: string) => {
      const column = header.indexOf(name);
      // a title with a bare comma makes the row longer: what follows it is counted from the end
      return row[column <= title ? column : column + row.length - header.length] ?? '';
    };
    const kind = KINDS[cell('业务类型')];
    if (!kind) continue;
    lines.push({
      kind,
      tradeNo: cell('商户订单号'),
      refundNo: kind === 'refund' ? cell('退款批次号/请求号') : null,
      fen: yuanToFen(cell('订单金额').replace(/^-/, '')),
    });
  }
  return lines;
}

const KINDS: Record<string, BillLine['kind'] | undefined> = { 交易: 'payment', 退款: 'refund' };

/** Cells end in tabs, so that a spreadsheet leaves long numbers alone. */
function splitRow(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  if (!line.endsWith(',')) cells.pop();
  return cells.map((cell) =>
    cell
      .replace(/,$/, '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}
