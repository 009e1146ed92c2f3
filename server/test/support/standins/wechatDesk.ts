import { randomBytes } from 'node:crypto';
import { json, type Call, type Reply } from './wechatHttp';
import type { WechatKeys } from './wechatKeys';
import type { WechatTrades } from './wechatTrades';

type Body = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** The open API of one mini-program: it knows its people by the codes it gave them, and keeps what it was sent. */
export class WechatDesk {
  readonly messages: Body[] = [];
  readonly pictures: Body[] = [];
  readonly codes: Body[] = [];
  readonly shipments: Body[] = [];
  tokenRequests = 0;
  /** Further token requests are answered by 45009. */
  tokensLeft = Infinity;
  /** Subscriptions, `<open id> <template>`; one is spent with each message. */
  readonly grants: string[] = [];
  readonly templates = new Set(['TEMPLATE']);
  readonly pages = new Set(['pages/home/index']);
  /** People who have not been here for two hours. */
  readonly away = new Set<string>();
  /** So many shipping reports come before WeChat knows the payment. */
  shippingLag = 0;
  private token = '';
  private expired = new Set<string>();
  private sticky = false;
  private readonly logins = new Map<string, { openid: string; unionid?: string } | 'used'>();
  private readonly phones = new Map<string, Body | 'used'>();

  constructor(
    private readonly keys: WechatKeys,
    private readonly trades: WechatTrades,
  ) {}

  login(openid: string, unionid?: string): string {
    const code = `0${randomBytes(15).toString('hex')}`;
    this.logins.set(code, { openid, ...(unionid && { unionid }) });
    return code;
  }

  phone(number: string, { countryCode = '86', appId = this.keys.appId } = {}): string {
    const code = `p${randomBytes(20).toString('hex')}`;
    this.phones.set(code, {
      phoneNumber: countryCode === '86' ? number : `+${countryCode}${number}`,
      purePhoneNumber: number,
      countryCode,
      watermark: { timestamp: 1_700_000_000, appid: appId },
    });
    return code;
  }

  /** The token is taken no more; `isSticky`: it is still given out until somebody insists on another. */
  expireToken({ isSticky = false } = {}): void {
    this.expired.add(this.token);
    this.sticky = isSticky;
  }

  answer({ method, path, query, body }: Call): Reply {
    const input = (): Body => JSON.parse(body.toString('utf8'));
    if (method === 'GET' && path === '/sns/jscode2session') return this.session(query);
    if (method !== 'POST') return { status: 404, body: '' };
    if (path === '/cgi-bin/stable_token') return this.giveToken(input());
    const token = query.get('access_token') ?? '';
    if (token !== this.token) return refuse(40001);
    if (this.expired.has(token)) return refuse(42001);
    switch (path) {
      case '/wxa/business/getuserphonenumber':
        return this.take(this.phones, input().code, (phone) => json({ errcode: 0, errmsg: 'ok', phone_info: phone }));
      case '/wxa/getwxacodeunlimit':
        return this.drawCode(input());
      case '/cgi-bin/message/subscribe/send':
        return this.send(input());
      case '/wxa/msg_sec_check':
        return this.checkText(input());
      case '/wxa/media_check_async':
        return this.checkPicture(input());
      case '/cgi-bin/express/delivery/open_msg/get_delivery_list':
        return json({ errcode: 0, delivery_list: CARRIERS, count: CARRIERS.length });
      case '/wxa/sec/order/upload_shipping_info':
        return this.ship(input());
      default:
        return refuse(40066);
    }
  }

  private session(query: URLSearchParams): Reply {
    if (query.get('appid') !== this.keys.appId) return refuse(40013);
    if (query.get('secret') !== this.keys.secret) return refuse(40125);
    const code = query.get('js_code') ?? '';
    // the real one calls its JSON text
    return this.take(this.logins, code, (person) => json({ session_key: 'c2Vzc2lvbg==', ...person }, 'text/plain'));
  }

  private take<T extends object>(codes: Map<string, T | 'used'>, code: string, give: (known: T) => Reply): Reply {
    const known = codes.get(code);
    if (!known) return refuse(40029);
    if (known === 'used') return refuse(40163);
    codes.set(code, 'used');
    return give(known);
  }

  private giveToken({ appid, secret, grant_type: grant, force_refresh: isForced }: Body): Reply {
    this.tokenRequests += 1;
    if (appid !== this.keys.appId || secret !== this.keys.secret || grant !== 'client_credential') return refuse(40125);
    if (this.tokensLeft-- <= 0) return refuse(45009);
    const isGood = this.token !== '' && (!this.expired.has(this.token) || this.sticky);
    if (!isGood || isForced) {
      this.token = `token-${randomBytes(20).toString('hex')}`;
      this.sticky = false;
    }
    return json({ access_token: this.token, expires_in: 7200 });
  }

  private drawCode(body: Body): Reply {
    if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(body.scene)) return refuse(40169);
    if (body.page.startsWith('/') || (body.check_path !== false && !this.pages.has(body.page))) return refuse(41030);
    this.codes.push(body);
    return { status: 200, headers: { 'content-type': 'image/jpeg' }, body: Buffer.from('ffd8ffe0', 'hex') };
  }

  private send(body: Body): Reply {
    if (!this.templates.has(body.template_id)) return refuse(40037);
    if (body.page.startsWith('/')) return refuse(41030);
    const isSound = Object.entries(body.data as Body).every(
      ([field, { value }]) => value !== '' && !(field.startsWith('thing') && [...value].length > 20),
    );
    if (!isSound) return refuse(47003);
    const grant = this.grants.indexOf(`${body.touser} ${body.template_id}`);
    if (grant < 0) return refuse(43101);
    this.grants.splice(grant, 1);
    this.messages.push(body);
    return json({ errcode: 0, errmsg: 'ok' });
  }

  private checkText({ version, scene, openid, content }: Body): Reply {
    if (version !== 2 || ![1, 2, 3, 4].includes(scene)) return refuse(40129);
    if (this.away.has(openid)) return refuse(61010);
    if ([...content].length > 2_500) return refuse(44002);
    const [suggest, label] = /赌博/.test(content) ? ['risky', 20006] : /加微信/.test(content) ? ['review', 10001] : [];
    return json({ errcode: 0, errmsg: 'ok', result: { suggest: suggest ?? 'pass', label: label ?? 100 }, detail: [] });
  }

  private checkPicture(body: Body): Reply {
    if (body.version !== 2 || body.media_type !== 2 || !/^https?:/.test(body.media_url)) return refuse(40129);
    if (this.away.has(body.openid)) return refuse(61010);
    this.pictures.push(body);
    return json({ errcode: 0, errmsg: 'ok', trace_id: `trace-${this.pictures.length}` });
  }

  private ship(body: Body): Reply {
    if (this.shippingLag-- > 0) return refuse(10060001);
    const { order_key: key, shipping_list: parcels, logistics_type: type } = body;
    const trade = [...this.trades.trades.values()].find((known) =>
      key.order_number_type === 2
        ? known.transactionId === key.transaction_id
        : key.mchid === this.keys.mchid && known.tradeNo === key.out_trade_no,
    );
    if (!trade?.paidAt) return refuse(10060001);
    if (trade.openId !== body.payer?.openid) return refuse(10060031);
    const isSound =
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/.test(body.upload_time) &&
      (body.delivery_mode === 1 ? parcels.length === 1 : type === 1 && body.is_all_delivered === true) &&
      parcels.every((parcel: Body) => isParcel(parcel, type));
    if (!isSound) return refuse(10060014);
    const told = JSON.stringify(parcels);
    const earlier = this.shipments.filter((shipment) => shipment.tradeNo === trade.tradeNo);
    if (earlier.some((shipment) => shipment.told === told)) return refuse(10060023);
    if (earlier.length === 2) return refuse(10060003);
    this.shipments.push({ tradeNo: trade.tradeNo, told, ...body });
    return json({ errcode: 0, errmsg: 'ok' });
  }
}

const CARRIERS = [
  { delivery_id: 'SF', delivery_name: '顺丰速运' },
  { delivery_id: 'ZTO', delivery_name: '中通快递' },
  { delivery_id: 'YTO', delivery_name: '圆通速递' },
];

function isParcel({ tracking_no: number, express_company: carrier, item_desc: item, contact }: Body, type: number) {
  if (!item || [...item].length > 120) return false;
  if (type === 4) return true;
  if (!number || !CARRIERS.some(({ delivery_id: id }) => id === carrier)) return false;
  return carrier !== 'SF' || /\*.*\d{4}$/.test(contact?.receiver_contact ?? '');
}

const refuse = (errcode: number): Reply => json({ errcode, errmsg: 'refused' });
