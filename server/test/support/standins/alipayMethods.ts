import { no, yes, type AlipayBooks, type Node } from './alipayBooks';
import { clockText, personIds, type Fields } from './alipayCrypto';

/** What the methods know besides the trades. */
export interface AlipayWorld {
  books: AlipayBooks;
  identity: 'open_id' | 'user_id';
  origin: string;
  now: () => number;
  usedCodes: Set<string>;
  /** How many template messages may still go to `person|template`. */
  grants: Map<string, number>;
}

const invalidCode: Node = {
  code: '40002',
  msg: 'Invalid Arguments',
  sub_code: 'isv.code-invalid',
  sub_msg: '授权码code无效',
};

type Method = (world: AlipayWorld, biz: Record<string, unknown>, top: Fields) => Node | { error: Node };

/** The methods of the gateway; `{ error }` is answered as the gateway's own `error_response`. */
export const METHODS: Record<string, Method | undefined> = {
  'alipay.trade.create': ({ books }, biz, top) => books.create(biz, top.notify_url ?? ''),
  'alipay.trade.query': ({ books }, biz) => books.query(biz),
  'alipay.trade.close': ({ books }, biz) => books.close(biz),
  'alipay.trade.refund': ({ books }, biz) => books.refund(biz),
  'alipay.trade.fastpay.refund.query': ({ books }, biz) => books.queryRefund(biz),

  'alipay.system.oauth.token': ({ identity, usedCodes }, biz, { grant_type: grantType, code = '' }) => {
    if (Object.keys(biz).length > 0 || grantType !== 'authorization_code') return { error: invalidCode };
    if (!/^[\w-]+(\.\w+)?$/.test(code) || code.startsWith('expired') || usedCodes.has(code)) {
      return { error: invalidCode };
    }
    usedCodes.add(code);
    const { openId, userId, unionId } = personIds(code.split('.')[0]!);
    // no `code: 10000` here, as the real one has none
    return {
      ...(identity === 'open_id' ? { open_id: openId, union_id: unionId } : { user_id: userId }),
      ...{ access_token: `B${code}`, expires_in: '1296000', refresh_token: `R${code}`, re_expires_in: '2592000' },
      auth_start: '2026-11-25 10:00:00',
    };
  },

  'alipay.data.dataservice.bill.downloadurl.query': ({ origin, now }, biz) => {
    const day = String(biz.bill_date ?? '');
    if (biz.bill_type !== 'trade' || !/^\d{4}-\d\d-\d\d$/.test(day)) return no('isv.invalid-arguments');
    if (day >= clockText(now()).slice(0, 10)) return no('isp.bill_not_exist');
    return yes({ bill_download_url: `${origin}/bill/${day}?fileType=csv.zip&token=1` });
  },

  'alipay.open.app.qrcode.create': ({ origin }, biz) => {
    const { url_param: page, query_param: query, describe } = biz as Fields;
    const isSound = page && !page.startsWith('/') && page.length <= 256 && query && describe && describe.length <= 32;
    if (!isSound) return no('INVALID_PARAMETER');
    return yes({ qr_code_url: `${origin}/qr/${encodeURIComponent(`${page}?${query}`)}` });
  },

  'alipay.open.app.mini.templatemessage.send': ({ grants, identity }, biz) => {
    const person = String(identity === 'open_id' ? biz.to_open_id : biz.to_user_id);
    const key = `${person}|${String(biz.user_template_id)}`;
    const values = JSON.parse(String(biz.data)) as Record<string, { value?: unknown }>;
    if (Object.values(values).some(({ value }) => typeof value !== 'string' || value === '')) {
      return no('USER_TEMPLATE_ILLEGAL');
    }
    const left = grants.get(key) ?? 0;
    if (left === 0) return no('USER_NOT_SUBSCRIBED');
    grants.set(key, left - 1);
    return yes({});
  },

  'alipay.security.risk.content.sync.detect': ({ identity }, biz) => {
    const list = biz.data_list as unknown[];
    const who = identity === 'open_id' ? biz.user_id : biz.open_id;
    const isSound =
      Array.isArray(list) &&
      list.length === 1 &&
      ['TEXT', 'PICTURE'].includes(String(biz.content_type)) &&
      typeof biz.request_id === 'string' &&
      typeof biz.products === 'string' &&
      biz.channel === 'tinyapp-eco-open' &&
      who === undefined;
    if (!isSound) return no('INVALID_PARAMETER');
    const text = String(list[0]);
    if (/赌博|risky/.test(text)) {
      return yes({ suggestion: 'block', detect_check_labels: { label: 'TJ_ILLEGAL_MC' }, result_code: 'OK' });
    }
    if (text.includes('拿不准')) return yes({ suggestion: 'review', result_code: 'OK' });
    if (text.includes('没见过')) return yes({ suggestion: 'newword', result_code: 'OK' });
    return yes({ suggestion: 'pass', result_code: 'OK', is_sync: true });
  },
};
