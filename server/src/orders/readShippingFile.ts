import type { Readable } from 'node:stream';
import { MAX_SHIPPED } from '@jishi/contract/plain/limits';
import { AppError } from '../errors';
import type { Remark } from '../imports/checkFile';
import { readCsv } from '../imports/readCsv';

export interface ShippingLine {
  line: number;
  orderId: string;
  carrier: string;
  trackingNo: string;
}

const MAX_BYTES = 1024 * 1024;
const COLUMNS = { orderId: '订单号', carrier: '快递公司', trackingNo: '运单号' } as const;
type Column = keyof typeof COLUMNS;

/** Reads a file of parcels and finds what is wrong with its lines themselves. Throws `too_large`. */
export async function readShippingFile(upload: Readable): Promise<{ lines: ShippingLine[]; faults: Remark[] }> {
  let places: Record<Column, number> | null = null;
  const lines: ShippingLine[] = [];
  const faults: Remark[] = [];
  const seen = new Map<string, number>();
  for await (const record of readCsv(upTo(MAX_BYTES, upload))) {
    const { line } = record;
    if (record.fault !== undefined) {
      faults.push({ line, reason: record.fault });
      continue;
    }
    if (!places) {
      const missing = Object.values(COLUMNS).filter((name) => !record.fields.some((field) => field.trim() === name));
      if (missing.length > 0) return { lines, faults: missing.map((name) => ({ line, reason: `缺少“${name}”列` })) };
      const at = (name: string) => record.fields.findIndex((field) => field.trim() === name);
      places = { orderId: at('订单号'), carrier: at('快递公司'), trackingNo: at('运单号') };
      continue;
    }
    const { orderId, carrier, trackingNo } = places;
    const cell = (place: number) => plainOf(record.fields[place] ?? '');
    const parcel = { line, orderId: cell(orderId), carrier: cell(carrier), trackingNo: cell(trackingNo) };
    const twin = seen.get(parcel.orderId);
    const wrong = twin === undefined ? faultsOf(parcel) : [`与第 ${twin} 行是同一个订单`];
    seen.set(parcel.orderId, line);
    faults.push(...wrong.map((reason) => ({ line, reason })));
    lines.push(parcel);
    if (lines.length > MAX_SHIPPED)
      return { lines, faults: [{ line, reason: `一个文件至多 ${MAX_SHIPPED} 单，请分开` }] };
  }
  if (!places) faults.push({ line: 1, reason: '文件是空的' });
  else if (lines.length + faults.length === 0) faults.push({ line: 1, reason: '只有表头，没有订单' });
  return { lines, faults };
}

/** Our own export protects long numbers and what looks like a formula; a merchant fills that file in and sends it back. */
const plainOf = (cell: string) => cell.trim().replace(/^'/, '').trim();

function faultsOf({ orderId, carrier, trackingNo }: ShippingLine): string[] {
  const faults: string[] = [];
  if (/^\d(\.\d+)?E\+\d+$/i.test(orderId)) {
    faults.push('订单号被表格软件改成了科学计数法，请把这一列设为文本后重新填');
  } else if (!/^[1-9]\d{0,17}$/.test(orderId)) faults.push('订单号不对');
  if (carrier === '' || carrier.length > 30) faults.push('快递公司要填 1 到 30 个字');
  // it is shown in lists that merchants export
  else if (/^[=+\-@]/.test(carrier)) faults.push('快递公司不能以 = + - @ 开头');
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{4,39}$/.test(trackingNo)) faults.push('运单号要是 5 到 40 位的字母、数字');
  return faults;
}

async function* upTo(most: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new AppError('too_large');
    yield chunk;
  }
}
