/** WeChat Pay's books: what a merchant ordered, what was paid, what went back. */

export interface Trade {
  tradeNo: string;
  tradeType: 'JSAPI' | 'MWEB';
  appId: string;
  openId: string | null;
  amountFen: number;
  title: string;
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
  transactionId: string | null;
  expiresAt: Date;
  paidAt: Date | null;
  notifyUrl: string;
  /** The order as it was sent; the same number in other words is refused. */
  words: string;
}

export interface RefundRow {
  refundNo: string;
  refundId: string;
  tradeNo: string;
  fen: number;
  state: 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL';
  at: Date;
  notifyUrl: string | null;
  words: string;
}

/** A refusal as WeChat Pay words it. */
export class PayRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

type Body = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

export class WechatTrades {
  readonly trades = new Map<string, Trade>();
  readonly refunds = new Map<string, RefundRow>();
  /** `at_once`: accepted as processing, done when next asked about. `by_hand`: waits for `settleRefund`. */
  refundMode: 'at_once' | 'by_hand' = 'at_once';
  private numbers = 0;

  constructor(
    private readonly owner: { appId: string; mchid: string },
    private readonly now: () => Date,
  ) {}

  order(tradeType: Trade['tradeType'], body: Body): Trade {
    const { appid, mchid, description, out_trade_no: tradeNo, time_expire: expiry, notify_url: notifyUrl } = body;
    const isSound =
      mchid === this.owner.mchid &&
      typeof description === 'string' &&
      description.length > 0 &&
      [...description].length <= 127 &&
      /^[\w|*-]{6,32}$/.test(tradeNo) &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(expiry) &&
      Date.parse(expiry) >= this.now().getTime() + 59_000 &&
      /^https?:\/\/[^?]{1,250}$/.test(notifyUrl) &&
      Number.isInteger(body.amount?.total) &&
      body.amount.total > 0 &&
      body.amount.currency === 'CNY' &&
      (tradeType === 'JSAPI'
        ? typeof body.payer?.openid === 'string'
        : body.scene_info?.payer_client_ip && body.scene_info.h5_info?.type === 'Wap');
    if (!isSound) throw new PayRefused(400, 'PARAM_ERROR');
    if (appid !== this.owner.appId) throw new PayRefused(400, 'APPID_MCHID_NOT_MATCH');
    const words = JSON.stringify(body);
    const known = this.trades.get(tradeNo);
    if (known?.state === 'CLOSED') throw new PayRefused(400, 'ORDER_CLOSED');
    if (known && known.state !== 'NOTPAY') throw new PayRefused(400, 'ORDERPAID');
    if (known && known.words !== words) throw new PayRefused(403, 'OUT_TRADE_NO_USED');
    if (known) return known;
    const trade: Trade = {
      tradeNo,
      tradeType,
      appId: appid,
      openId: body.payer?.openid ?? null,
      amountFen: body.amount.total,
      title: description,
      state: 'NOTPAY',
      transactionId: null,
      expiresAt: new Date(expiry),
      paidAt: null,
      notifyUrl,
      words,
    };
    this.trades.set(tradeNo, trade);
    return trade;
  }

  find(tradeNo: string): Trade {
    const trade = this.trades.get(tradeNo);
    if (!trade) throw new PayRefused(404, 'ORDER_NOT_EXIST');
    return trade;
  }

  close(tradeNo: string): void {
    const trade = this.find(tradeNo);
    if (trade.state === 'CLOSED') throw new PayRefused(400, 'ORDER_CLOSED');
    if (trade.state !== 'NOTPAY') throw new PayRefused(400, 'ORDERPAID');
    trade.state = 'CLOSED';
  }

  /** What the payer does at the cashier. `isLate`: the money comes although the trade has ended. */
  pay(tradeNo: string, { isLate = false } = {}): Trade {
    const trade = this.find(tradeNo);
    const isOpen = trade.state === 'NOTPAY' && trade.expiresAt > this.now();
    if (!isOpen && !(isLate && ['NOTPAY', 'CLOSED'].includes(trade.state))) {
      throw new Error(`nobody can pay trade ${tradeNo}, which is ${trade.state}`);
    }
    trade.state = 'SUCCESS';
    trade.transactionId = `4200${String(++this.numbers).padStart(24, '0')}`;
    trade.paidAt = this.now();
    return trade;
  }

  refund(body: Body): RefundRow {
    const { out_refund_no: refundNo, amount, notify_url: notifyUrl = null } = body;
    const trade = body.transaction_id
      ? [...this.trades.values()].find(({ transactionId }) => transactionId === body.transaction_id)
      : this.trades.get(body.out_trade_no);
    if (!trade) throw new PayRefused(404, 'RESOURCE_NOT_EXISTS');
    const words = JSON.stringify(body);
    const known = this.refunds.get(refundNo);
    if (known) {
      if (known.words !== words) throw new PayRefused(400, 'INVALID_REQUEST');
      return known;
    }
    const earlier = [...this.refunds.values()].filter((row) => row.tradeNo === trade.tradeNo && row.state !== 'CLOSED');
    const returned = earlier.reduce((sum, row) => sum + row.fen, 0);
    const isSound =
      (trade.state === 'SUCCESS' || trade.state === 'REFUND') &&
      Number.isInteger(amount?.refund) &&
      amount.refund > 0 &&
      amount.total === trade.amountFen &&
      returned + amount.refund <= trade.amountFen &&
      /^[\w|*@-]{1,64}$/.test(refundNo) &&
      (body.reason === undefined || [...body.reason].length <= 80);
    if (!isSound) throw new PayRefused(400, 'INVALID_REQUEST');
    const row: RefundRow = {
      refundNo,
      refundId: `5030${String(++this.numbers).padStart(24, '0')}`,
      tradeNo: trade.tradeNo,
      fen: amount.refund,
      state: 'PROCESSING',
      at: this.now(),
      notifyUrl,
      words,
    };
    this.refunds.set(refundNo, row);
    trade.state = 'REFUND';
    return row;
  }

  findRefund(refundNo: string): RefundRow {
    const row = this.refunds.get(refundNo);
    if (!row) throw new PayRefused(404, 'RESOURCE_NOT_EXISTS');
    if (row.state === 'PROCESSING' && this.refundMode === 'at_once') row.state = 'SUCCESS';
    return row;
  }

  settleRefund(refundNo: string, state: RefundRow['state']): RefundRow {
    const row = this.refunds.get(refundNo);
    if (!row) throw new Error(`no refund ${refundNo}`);
    row.state = state;
    return row;
  }
}

/** A trade as answers and notices tell it. */
export function tradeBody(trade: Trade, mchid: string): Body {
  const isPaid = trade.paidAt !== null;
  return {
    appid: trade.appId,
    mchid,
    out_trade_no: trade.tradeNo,
    trade_state: trade.state,
    trade_state_desc: trade.state,
    ...(isPaid && {
      transaction_id: trade.transactionId,
      trade_type: trade.tradeType,
      bank_type: 'OTHERS',
      attach: '',
      success_time: trade.paidAt!.toISOString(),
      payer: { openid: trade.openId ?? 'o-of-a-browser' },
    }),
    // a coupon of WeChat's: the payer pays less, the shop receives the whole
    amount: {
      total: trade.amountFen,
      currency: 'CNY',
      ...(isPaid && { payer_total: Math.max(1, trade.amountFen - 1), payer_currency: 'CNY' }),
    },
  };
}

/** A refund as answers tell it; a notice says `refund_status` and adds the merchant. */
export function refundBody(row: RefundRow, trade: Trade): Body {
  return {
    refund_id: row.refundId,
    out_refund_no: row.refundNo,
    transaction_id: trade.transactionId,
    out_trade_no: row.tradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: row.at.toISOString(),
    status: row.state,
    amount: { total: trade.amountFen, refund: row.fen, payer_total: trade.amountFen, payer_refund: row.fen },
  };
}
