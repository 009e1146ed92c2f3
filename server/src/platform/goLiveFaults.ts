import { isIP } from 'node:net';
import { PLATFORM_VARIABLES, type ConfigFault, type PlatformConfigs } from './config';
import { keyFaults } from './keyFaults';

type Source = Record<string, string | undefined>;

/** Values that stand in examples and tutorials; no real secret begins like this. */
const PLACEHOLDER =
  /^(demo|test|example|sample|change[-_ ]?me|your|secret|password|placeholder|<|\*{3})|示例|填写|^(.)\2*$|^0?123456789/i;
const SECRET = /_(SECRET|TOKEN|V3_KEY|AES_KEY)$/;

/**
 * What must not go live although each value is well formed: keys that do not match, secrets out of an example, platforms
 * reached without TLS, an address that platforms cannot call back. Needs no network. `source` holds only what is set.
 */
export function goLiveFaults(source: Source, configs: PlatformConfigs): ConfigFault[] {
  const faults = keyFaults(source, configs);
  const say = (name: string, text: string) => faults.push({ name, text });
  for (const [name, value] of Object.entries(source)) {
    if (value && SECRET.test(name) && PLACEHOLDER.test(value)) say(name, '是示例里的值，请换成自己的密钥');
  }
  for (const name of Object.values(PLATFORM_VARIABLES).flat()) {
    if (/_(HOST|GATEWAY)$/.test(name) && source[name]?.startsWith('http:')) say(name, '要用 https');
  }
  const { weapp, wxpay, tt, ttShop } = configs;
  if (wxpay && !weapp && !wxpay.WXPAY_H5_APP_ID) {
    say('WXPAY_H5_APP_ID', '没有微信小程序时，微信支付要知道在哪个 AppID 名下收款');
  }
  if (tt?.TT_GOODS === 'shop' && !ttShop) {
    say(
      'TT_SHOP_ID',
      '抖音小程序卖实物要经过抖店（TT_GOODS=shop），请填好 TT_SHOP_… 一组；只卖虚拟商品请填 TT_GOODS=trade',
    );
  }
  if (tt?.TT_GOODS === 'trade') {
    for (const name of ['TT_GOODS_TYPE', 'TT_TAG_GROUP'] as const) {
      if (tt[name] === undefined) say(name, '没有填，TT_GOODS=trade 时要有它才能下单');
    }
  }
  if (Object.values(configs).some(Boolean) || source.PUBLIC_URL) {
    const text = addressFault(source.PUBLIC_URL);
    if (text) say('PUBLIC_URL', text);
  }
  if (source.CONSOLE_URL && !isSafeConsole(source.CONSOLE_URL)) {
    say('CONSOLE_URL', '要以 https:// 开头，后面不带路径；只有在本机打开的后台可以用 http://localhost');
  }
  if (source.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
    say('NODE_TLS_REJECT_UNAUTHORIZED', '关掉了证书检查，任何人都能冒充平台；请删掉这个变量');
  }
  return faults;
}

/** Super-apps call back, and let a mini-program call, only a domain with a certificate. */
function addressFault(value: string | undefined): string | null {
  if (!value) return '没有填；平台要回调这里，例如 https://shop.example.com';
  if (!URL.canParse(value)) return '格式不对';
  const url = new URL(value);
  if (url.protocol !== 'https:') return '要以 https:// 开头，平台只回调有证书的域名';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) || host === 'localhost' || !host.includes('.')) return '要是外面能访问的域名，不能是 IP 或 localhost';
  if (url.pathname !== '/' || url.search || url.hash) return '只填域名，后面不带路径';
  return null;
}

/** The cookie of an employee crosses no network in the clear. */
function isSafeConsole(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(value);
  const isHere = protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);
  return (protocol === 'https:' || isHere) && pathname === '/' && !search && !hash;
}
