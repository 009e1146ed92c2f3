import { MAX_EXPORT } from '@jishi/contract/plain/limits';
import { ORDER_WORDS, PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { inBeijing } from '../beijing';
import { csvOf } from '../csv';
import type { Queryable } from '../db/db';
import { findOrders, type OrderFilter } from './findOrders';

const PAGE = 500;
const HEADERS = [
  '订单号',
  '状态',
  '平台',
  '下单时间',
  '付款时间',
  '商品',
  '款数',
  '件数',
  '优惠（元）',
  '实付（元）',
  '收货人',
  '手机',
  '自提门店',
];

/** The newest orders that the filter finds, as a CSV that a spreadsheet opens and does not execute. Times are Beijing's. */
export async function exportOrders(
  db: Queryable,
  filter: OrderFilter,
): Promise<{ csv: string; count: number; isCut: boolean }> {
  const rows: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await findOrders(db, {
      ...filter,
      limit: Math.min(PAGE, MAX_EXPORT - rows.length),
      ...(cursor && { cursor }),
    });
    rows.push(...page.items.map(toCells));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && rows.length < MAX_EXPORT);
  return { csv: csvOf([HEADERS, ...rows]), count: rows.length, isCut: cursor !== undefined };
}

type Row = Awaited<ReturnType<typeof findOrders>>['items'][number];

const toCells = (row: Row): string[] => [
  row.id,
  ORDER_WORDS[row.state],
  PLATFORM_WORDS[row.platform],
  clockOf(row.createdAt),
  row.paidAt ? clockOf(row.paidAt) : '',
  row.title,
  String(row.lineCount),
  String(row.quantity),
  yuan(row.discountFen),
  yuan(row.totalFen),
  row.maskedName,
  row.maskedPhone,
  row.storeName ?? '',
];

const clockOf = (time: string) => inBeijing(new Date(time)).slice(0, 16).replace('T', ' ');
const yuan = (fen: number) => (fen / 100).toFixed(2);
