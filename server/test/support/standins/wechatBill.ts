import type { RefundRow, Trade } from './wechatTrades';

const HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注';
const SUMS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const beijing = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString();
const dayOf = (at: Date) => beijing(at).slice(0, 10);
const timeOf = (at: Date) => beijing(at).slice(0, 19).replace('T', ' ');

/** The merchant's bill of a day, as WeChat writes it; null for a day on which nothing moved. */
export function makeBill(trades: Iterable<Trade>, refunds: Iterable<RefundRow>, day: string, mchid: string) {
  const byNo = new Map([...trades].map((trade) => [trade.tradeNo, trade]));
  const line = (trade: Trade, at: Date, state: string, refund: RefundRow | null) =>
    [
      timeOf(at),
      trade.appId,
      mchid,
      '0',
      '',
      trade.transactionId,
      trade.tradeNo,
      trade.openId ?? 'o-of-a-browser',
      trade.tradeType,
      state,
      'OTHERS',
      'CNY',
      refund ? '0.00' : yuan(trade.amountFen),
      '0.00',
      refund?.refundId ?? '0',
      refund?.refundNo ?? '0',
      yuan(refund?.fen ?? 0),
      '0.00',
      refund ? 'ORIGINAL' : '',
      refund?.state ?? '',
      trade.title,
      '',
      '0.00000',
      '0.60%',
      refund ? '0.00' : yuan(trade.amountFen),
      yuan(refund?.fen ?? 0),
      '',
    ]
      .map((cell) => `\`${cell}`)
      .join(',');
  const paid = [...byNo.values()].filter(({ paidAt }) => paidAt && dayOf(paidAt) === day);
  const back = [...refunds].filter(({ at, state }) => state === 'SUCCESS' && dayOf(at) === day);
  if (paid.length + back.length === 0) return null;
  const rows = [
    ...paid.map((trade) => line(trade, trade.paidAt!, 'SUCCESS', null)),
    ...back.map((row) => line(byNo.get(row.tradeNo)!, row.at, 'REFUND', row)),
  ];
  const sum = (list: number[]) => yuan(list.reduce((total, fen) => total + fen, 0));
  const received = sum(paid.map(({ amountFen }) => amountFen));
  const returned = sum(back.map(({ fen }) => fen));
  const sums = [rows.length, received, returned, '0.00', '0.00000', received, returned];
  return `\ufeff${[HEADER, ...rows, SUMS, sums.map((cell) => `\`${cell}`).join(',')].join('\r\n')}\r\n`;
}
