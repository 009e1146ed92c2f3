import { createHash, randomBytes, sign, verify } from 'node:crypto';
import { makeBill } from './wechatBill';
import { json, type Call, type Fault, type Reply } from './wechatHttp';
import type { WechatKeys } from './wechatKeys';
import { PayRefused, refundBody, tradeBody, type WechatTrades } from './wechatTrades';

export interface WechatPayDesk {
  answer(call: Call, fault: Fault | undefined, url: string): Reply;
  /** What `wx.requestPayment` is given, checked as WeChat's cashier does: answers which trade it would open, or throws. */
  openCashier(given: Cashier): string;
  /** `pending`: still being made. */
  bills: 'ready' | 'pending';
  /** Rewrites the next bills. */
  twistBill: (csv: string) => string;
  /** The next files are not those whose hash was told. */
  spoilFiles: boolean;
}

export interface Cashier {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: string;
  paySign: string;
}

/** WeChat Pay's side of the counter: takes only what the merchant signed, and signs what it says. */
export function wechatPayDesk(keys: WechatKeys, trades: WechatTrades): WechatPayDesk {
  const nonces = new Set<string>();
  const files = new Map<string, Buffer>();
  const prepaid = new Map<string, string>();

  const isSigned = ({ method, target, headers, body }: Call): boolean => {
    const given = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (!given) return false;
    const fields = Object.fromEntries([...given.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const { mchid, serial_no: serial, timestamp, nonce_str: nonce, signature } = fields;
    if (mchid !== keys.mchid || serial !== keys.serial || !nonce || nonces.has(nonce)) return false;
    if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
    nonces.add(nonce);
    const text = `${method}\n${target}\n${timestamp}\n${nonce}\n${body.toString('utf8')}\n`;
    return verify('RSA-SHA256', Buffer.from(text), keys.merchant.publicKey, Buffer.from(signature ?? '', 'base64'));
  };

  const route = ({ method, path, query, body }: Call, url: string): Reply => {
    const input = () => JSON.parse(body.toString('utf8'));
    const number = (pattern: RegExp) => pattern.exec(path)?.[1];
    const tradeNo = number(/^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)/);
    const refundNo = number(/^\/v3\/refund\/domestic\/refunds\/([^/]+)$/);
    if (method === 'POST' && path === '/v3/pay/transactions/jsapi') {
      const { tradeNo: ordered } = trades.order('JSAPI', input());
      const prepayId = `wx${randomBytes(17).toString('hex')}`;
      prepaid.set(prepayId, ordered);
      return json({ prepay_id: prepayId });
    }
    if (method === 'POST' && path === '/v3/pay/transactions/h5') {
      const { tradeNo: ordered } = trades.order('MWEB', input());
      const cashier = 'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb';
      return json({ h5_url: `${cashier}?prepay_id=${ordered}&package=${randomBytes(4).toString('hex')}` });
    }
    if (method === 'POST' && tradeNo && path.endsWith('/close')) {
      if (input().mchid !== keys.mchid) throw new PayRefused(400, 'PARAM_ERROR');
      trades.close(tradeNo);
      return { status: 204, body: '' };
    }
    if (method === 'GET' && tradeNo) {
      if (query.get('mchid') !== keys.mchid) throw new PayRefused(400, 'PARAM_ERROR');
      return json(tradeBody(trades.find(tradeNo), keys.mchid));
    }
    if (method === 'POST' && path === '/v3/refund/domestic/refunds') {
      const row = trades.refund(input());
      return json(refundBody(row, trades.find(row.tradeNo)));
    }
    if (method === 'GET' && refundNo) {
      const row = trades.findRefund(refundNo);
      return json(refundBody(row, trades.find(row.tradeNo)));
    }
    if (method === 'GET' && path === '/v3/bill/tradebill') return bill(query, url);
    throw new PayRefused(404, 'NOT_FOUND');
  };

  const bill = (query: URLSearchParams, url: string): Reply => {
    if (self.bills === 'pending') throw new PayRefused(400, 'STATEMENT_CREATING');
    if (query.get('bill_type') !== 'ALL') throw new PayRefused(400, 'PARAM_ERROR');
    const text = makeBill(trades.trades.values(), trades.refunds.values(), query.get('bill_date')!, keys.mchid);
    if (text === null) throw new PayRefused(400, 'NO_STATEMENT_EXIST');
    const file = Buffer.from(self.twistBill(text));
    // characters that an address must escape, as the real ones have
    const token = randomBytes(24).toString('base64');
    files.set(token, self.spoilFiles ? Buffer.from(text.replace('SUCCESS', 'SUCCES5')) : file);
    const hash = createHash('sha1').update(file).digest('hex');
    const download = `${url}/v3/billdownload/file?token=${encodeURIComponent(token)}`;
    return json({ hash_type: 'SHA1', hash_value: hash, download_url: download });
  };

  /** The body decides the signature; a file has none. */
  const seal = (reply: Reply, fault: Fault | undefined): Reply => {
    if (fault === 'unsigned') return reply;
    const timestamp = String(Math.floor(Date.now() / 1000));
    const nonce = randomBytes(16).toString('hex');
    const text = `${timestamp}\n${nonce}\n${fault === 'forged' ? 'another body' : String(reply.body)}\n`;
    const signature = sign('RSA-SHA256', Buffer.from(text), keys.platform.privateKey).toString('base64');
    const headers = {
      ...reply.headers,
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-serial': keys.publicKeyId,
      'wechatpay-signature': signature,
    };
    return { ...reply, headers };
  };

  const refuse = (status: number, code: string): Reply => ({ ...json({ code, message: code }), status });

  const self: WechatPayDesk = {
    bills: 'ready',
    twistBill: (csv) => csv,
    spoilFiles: false,
    openCashier({ timeStamp, nonceStr, package: prepay, signType, paySign }) {
      const tradeNo = prepaid.get(prepay.replace(/^prepay_id=/, ''));
      const text = `${keys.appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`;
      const isSignedByUs =
        signType === 'RSA' &&
        verify('RSA-SHA256', Buffer.from(text), keys.merchant.publicKey, Buffer.from(paySign, 'base64'));
      if (!tradeNo || !isSignedByUs) throw new Error('requestPayment:fail the signature is wrong');
      return tradeNo;
    },
    answer(call, fault, url) {
      if (!isSigned(call)) return refuse(401, 'SIGN_ERROR');
      if (typeof fault === 'object' && 'code' in fault) return seal(refuse(fault.status, fault.code), fault);
      if (call.path === '/v3/billdownload/file') {
        const file = files.get(call.query.get('token') ?? '');
        return file ? { status: 200, body: file } : refuse(404, 'NOT_FOUND');
      }
      try {
        return seal(route(call, url), fault);
      } catch (error) {
        if (!(error instanceof PayRefused)) throw error;
        return seal(refuse(error.status, error.code), fault);
      }
    },
  };
  return self;
}
