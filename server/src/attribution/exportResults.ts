import type { ResultKey } from '@jishi/contract/plain/attribution';
import { csvOf } from '../csv';
import type { ResultFigures, ResultRow } from './results';

const FIRST: Record<ResultKey, string> = { staff: '员工', store: '门店', product: '商品', code: '码', day: '日期' };
const HEADERS = ['扫码', '新客', '订单', '成交（元）', '退款（元）', '净额（元）', '提成（元）'];

/** Results as a CSV that a spreadsheet opens and does not execute, with their sum at the end. */
export function exportResults(by: ResultKey, rows: readonly ResultRow[], total: ResultFigures): string {
  return csvOf([
    [FIRST[by], ...HEADERS],
    ...rows.map(({ name, ...figures }) => [name, ...cellsOf(figures)]),
    ['合计', ...cellsOf(total)],
  ]);
}

const cellsOf = ({ scans, newCustomers, orders, amountFen, refundedFen, commissionFen }: ResultFigures): string[] => [
  ...[scans, newCustomers, orders].map(String),
  ...[amountFen, refundedFen, amountFen - refundedFen, commissionFen].map((fen) => (fen / 100).toFixed(2)),
];
