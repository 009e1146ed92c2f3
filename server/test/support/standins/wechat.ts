import { WechatDesk } from './wechatDesk';
import { openWechatHttp, type Fault } from './wechatHttp';
import { makeWechatKeys, wechatConfig } from './wechatKeys';
import { mediaChecked, payNotice, pushMessage, type SentNotice, type Twist } from './wechatNotices';
import { wechatPayDesk, type WechatPayDesk } from './wechatPay';
import { WechatTrades, type RefundRow, type Trade } from './wechatTrades';

type About = { tradeNo: string } | { refundNo: string };

export interface Wechat {
  /** Of both hosts, the open API's and WeChat Pay's. */
  url: string;
  /** Variables for `readPlatformConfigs` and `readEnv`, keys included; say `PLATFORM=live` beside them. */
  config: Record<string, string>;
  appId: string;
  mchid: string;
  /** The open API's books, and what a person of WeChat does: `login`, `phone`, `grants`. */
  desk: WechatDesk;
  /** Bills. */
  payDesk: WechatPayDesk;
  /** The books of WeChat Pay; `refundMode`, `settleRefund`. */
  trades: WechatTrades;
  /** Copies of the money's books, to compare ours with. */
  books(): { trades: Trade[]; refunds: RefundRow[] };
  /** What the payer does at the cashier. Sends no notice. */
  pay(tradeNo: string, options?: { isLate?: boolean }): Trade;
  /** The notice about a trade or a refund as it is now, true or twisted, for whoever carries it. */
  notice(about: About, twist?: Twist): SentNotice;
  /** Sends it, to the address given with the order unless `to` says otherwise. Answers the receiver's statuses. */
  notify(about: About, options?: Twist & { to?: string; times?: number }): Promise<number[]>;
  /** A call of the message push about a picture. */
  mediaChecked(traceId: string, suggest: 'pass' | 'review' | 'risky', label?: number): ReturnType<typeof pushMessage>;
  push(message: object, options?: Parameters<typeof pushMessage>[3]): ReturnType<typeof pushMessage>;
  calls: string[];
  misbehave(path: string, fault: Fault, times?: number): void;
  close(): void;
}

/**
 * WeChat on a port of its own: the open API of one mini-program and WeChat Pay of one merchant. It checks our
 * signatures and signs its own with node:crypto alone, so that it proves the adapter and not the adapter's library.
 * `now` is its clock for trades, bills and notices; its answers always carry the machine's time.
 */
export async function openWechat({ now = () => new Date() }: { now?: () => Date } = {}): Promise<Wechat> {
  const keys = makeWechatKeys();
  const trades = new WechatTrades(keys, now);
  const desk = new WechatDesk(keys, trades);
  const payDesk = wechatPayDesk(keys, trades);
  const http = await openWechatHttp((call, fault) =>
    call.path.startsWith('/v3/') ? payDesk.answer(call, fault, http.url) : desk.answer(call),
  );

  const find = (about: About): { trade: Trade; refund?: RefundRow } => {
    if ('tradeNo' in about) return { trade: trades.find(about.tradeNo) };
    const refund = trades.findRefund(about.refundNo);
    return { trade: trades.find(refund.tradeNo), refund };
  };
  const notice: Wechat['notice'] = (about, twist) => payNotice(keys, find(about), now(), twist);

  return {
    url: http.url,
    config: wechatConfig(keys, http.url),
    appId: keys.appId,
    mchid: keys.mchid,
    desk,
    payDesk,
    trades,
    books: () => ({
      trades: [...trades.trades.values()].map((trade) => ({ ...trade })),
      refunds: [...trades.refunds.values()].map((refund) => ({ ...refund })),
    }),
    pay: (tradeNo, options) => trades.pay(tradeNo, options),
    notice,
    async notify(about, { to, times = 1, ...twist } = {}) {
      const { trade, refund } = find(about);
      const { headers, body } = notice(about, twist);
      const statuses: number[] = [];
      for (let time = 0; time < times; time++) {
        const response = await fetch(to ?? refund?.notifyUrl ?? trade.notifyUrl, { method: 'POST', headers, body });
        await response.arrayBuffer();
        statuses.push(response.status);
      }
      return statuses;
    },
    mediaChecked: (traceId, suggest, label) =>
      pushMessage(keys, mediaChecked(keys.appId, traceId, suggest, label), now()),
    push: (message, options) => pushMessage(keys, message, now(), options),
    calls: http.calls,
    misbehave: http.misbehave,
    close: http.close,
  };
}
