import { clockText } from './alipayCrypto';

export type TradeStatus = 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_FINISHED' | 'TRADE_CLOSED';

export interface Trade {
  outTradeNo: string;
  tradeNo: string;
  buyer: string;
  subject: string;
  notifyUrl: string;
  cents: number;
  status: TradeStatus;
  expiresAt: number;
  paidAt: number | null;
}

export interface Refund {
  outTradeNo: string;
  outRequestNo: string;
  cents: number;
  at: number;
  isDone: boolean;
}

type Biz = Record<string, unknown>;
export type Node = Record<string, unknown>;

/** The refusal of a business rule. */
export const no = (subCode: string): Node => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code: subCode,
  sub_msg: `原因 ${subCode} {"sign"}`,
});
export const yes = (node: Node): Node => ({ code: '10000', msg: 'Success', ...node });

const cents = (yuan: string): number => Math.round(Number(yuan) * 100);
const yuan = (amount: number): string => (amount / 100).toFixed(2);
const PAID = ['TRADE_SUCCESS', 'TRADE_FINISHED'];

/** Alipay's trades and refunds, with the rules of its documents. `now` is Alipay's clock. */
export class AlipayBooks {
  readonly trades = new Map<string, Trade>();
  readonly refunds: Refund[] = [];
  /** Refunds are accepted and come later, until `settleRefunds`. */
  refundsWait = false;
  private count = 0;

  constructor(
    private readonly appId: string,
    private readonly buyerField: 'buyer_open_id' | 'buyer_id',
    private readonly now: () => number,
  ) {}

  /** By either number. */
  find(number: unknown): Trade | undefined {
    const trade =
      this.trades.get(String(number)) ?? [...this.trades.values()].find(({ tradeNo }) => tradeNo === number);
    if (trade?.status === 'WAIT_BUYER_PAY' && trade.expiresAt <= this.now()) trade.status = 'TRADE_CLOSED';
    return trade;
  }

  refundedCents(outTradeNo: string): number {
    const own = this.refunds.filter((refund) => refund.outTradeNo === outTradeNo);
    return own.reduce((sum, refund) => sum + refund.cents, 0);
  }

  create(biz: Biz, notifyUrl: string): Node {
    const outTradeNo = String(biz.out_trade_no ?? '');
    const subject = String(biz.subject ?? '');
    const amount = String(biz.total_amount ?? '');
    const buyer = String(biz[this.buyerField] ?? '');
    const isSound =
      /^\w{1,64}$/.test(outTradeNo) &&
      /^\d{1,9}\.\d{2}$/.test(amount) &&
      cents(amount) > 0 &&
      subject !== '' &&
      subject.length <= 256 &&
      !/[/=&]/.test(subject) &&
      buyer !== '' &&
      biz.product_code === 'JSAPI_PAY' &&
      biz.op_app_id === this.appId &&
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(biz.time_expire)) &&
      /^https?:\/\//.test(notifyUrl);
    if (!isSound) return no('ACQ.INVALID_PARAMETER');
    const known = this.find(outTradeNo);
    if (known) {
      if (PAID.includes(known.status)) return no('ACQ.TRADE_HAS_SUCCESS');
      if (known.status === 'TRADE_CLOSED') return no('ACQ.TRADE_HAS_CLOSE');
      if (known.cents !== cents(amount) || known.buyer !== buyer) return no('ACQ.CONTEXT_INCONSISTENT');
      return yes({ out_trade_no: outTradeNo, trade_no: known.tradeNo });
    }
    const tradeNo = `${clockText(this.now()).slice(0, 10).replaceAll('-', '')}22001${String(++this.count).padStart(15, '0')}`;
    const expiresAt = Date.parse(`${String(biz.time_expire).replace(' ', 'T')}+08:00`);
    const status = 'WAIT_BUYER_PAY';
    this.trades.set(outTradeNo, {
      ...{ outTradeNo, tradeNo, buyer, subject, notifyUrl, status, expiresAt },
      ...{ cents: cents(amount), paidAt: null },
    });
    return yes({ out_trade_no: outTradeNo, trade_no: tradeNo });
  }

  query(biz: Biz): Node {
    const trade = this.find(biz.out_trade_no ?? biz.trade_no);
    if (!trade) return no('ACQ.TRADE_NOT_EXIST');
    const paid = yuan(trade.paidAt === null ? 0 : trade.cents);
    return yes({
      ...{ out_trade_no: trade.outTradeNo, trade_no: trade.tradeNo, trade_status: trade.status },
      ...{ total_amount: yuan(trade.cents), receipt_amount: paid, buyer_pay_amount: paid, invoice_amount: paid },
      // stands on trades that nobody paid, too
      send_pay_date: clockText(trade.paidAt ?? this.now()),
    });
  }

  close(biz: Biz): Node {
    const trade = this.find(biz.out_trade_no ?? biz.trade_no);
    if (!trade) return no('ACQ.TRADE_NOT_EXIST');
    if (trade.status !== 'WAIT_BUYER_PAY') return no('ACQ.TRADE_STATUS_ERROR');
    trade.status = 'TRADE_CLOSED';
    return yes({ out_trade_no: trade.outTradeNo, trade_no: trade.tradeNo });
  }

  refund(biz: Biz): Node {
    const trade = this.find(biz.out_trade_no ?? biz.trade_no);
    const amount = String(biz.refund_amount ?? '');
    if (!trade) return no('ACQ.TRADE_NOT_EXIST');
    if (!/^\d{1,9}\.\d{2}$/.test(amount) || cents(amount) === 0) return no('ACQ.INVALID_PARAMETER');
    const answer = { out_trade_no: trade.outTradeNo, trade_no: trade.tradeNo };
    const { outTradeNo } = trade;
    const outRequestNo = String(biz.out_request_no ?? outTradeNo);
    const known = this.refunds.find((one) => one.outTradeNo === outTradeNo && one.outRequestNo === outRequestNo);
    const total = () => ({ refund_fee: yuan(this.refundedCents(outTradeNo)) });
    if (known && known.cents !== cents(amount)) return no('ACQ.DISCORDANT_REPEAT_REQUEST');
    if (known) return yes({ ...answer, fund_change: 'N', ...total() });
    if (trade.status === 'TRADE_FINISHED') return no('ACQ.TRADE_HAS_FINISHED');
    if (trade.status !== 'TRADE_SUCCESS') return no('ACQ.TRADE_STATUS_ERROR');
    if (this.refundedCents(outTradeNo) + cents(amount) > trade.cents) return no('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL');
    const isDone = !this.refundsWait;
    this.refunds.push({ outTradeNo, outRequestNo, cents: cents(amount), at: this.now(), isDone });
    if (this.refundedCents(outTradeNo) === trade.cents) trade.status = 'TRADE_CLOSED';
    return yes({ ...answer, fund_change: isDone ? 'Y' : 'N', ...total() });
  }

  queryRefund(biz: Biz): Node {
    const trade = this.find(biz.out_trade_no ?? biz.trade_no);
    if (!trade) return no('ACQ.TRADE_NOT_EXIST');
    const refund = this.refunds.find(
      (one) => one.outTradeNo === trade.outTradeNo && one.outRequestNo === biz.out_request_no,
    );
    if (!refund) return yes({});
    return yes({
      ...{ out_trade_no: trade.outTradeNo, trade_no: trade.tradeNo, out_request_no: refund.outRequestNo },
      ...{ refund_amount: yuan(refund.cents), total_amount: yuan(trade.cents) },
      ...(refund.isDone && { refund_status: 'REFUND_SUCCESS' }),
    });
  }

  /** What the payer does. Alipay takes no money for a closed trade, unless it is told to misbehave. */
  pay(number: string, isLate = false): void {
    const trade = this.find(number);
    const isOpen = trade?.status === 'WAIT_BUYER_PAY' || (isLate && trade?.status === 'TRADE_CLOSED' && !trade.paidAt);
    if (!trade || !isOpen) throw new Error(`cannot be paid: ${number} is ${trade?.status ?? 'unknown'}`);
    trade.status = 'TRADE_SUCCESS';
    trade.paidAt = this.now();
  }
}
