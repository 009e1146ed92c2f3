import type { PlatformConfigs } from '../platform/config';
import { askAlipay, askTt, askTtShop, askWeapp, askWxpay } from './askPlatforms';
import { certificateDays, reach } from './reach';
import { emptyReport, join, type Finding, type Report } from './report';

/** Renewal is automatic with Caddy and certbot; so few days mean that it does not happen. */
const FEW_DAYS = 14;

interface Asked {
  name: string;
  host: string;
  fine: string;
  ask?: () => Promise<Finding | null>;
}

/** Whether the platforms answer and accept us, and whether the shop's own address does. Changes nothing anywhere. */
export async function checkNetwork(
  configs: PlatformConfigs,
  publicUrl: string | undefined,
  timeout: number,
): Promise<Report> {
  const asked = askedOf(configs, timeout).map((one) => checkPlatform(one, timeout));
  return join(await Promise.all([...asked, ...(publicUrl ? [checkOwnAddress(publicUrl, timeout)] : [])]));
}

function askedOf({ weapp, wxpay, alipay, tt, ttShop, sms }: PlatformConfigs, timeout: number): Asked[] {
  const asked: Asked[] = [];
  const add = (name: string, host: string, fine: string, ask?: Asked['ask']) => asked.push({ name, host, fine, ask });
  if (weapp) add('WEAPP_HOST', weapp.WEAPP_HOST, '微信认得这个小程序', () => askWeapp(weapp, timeout));
  if (wxpay) add('WXPAY_HOST', wxpay.WXPAY_HOST, '微信支付认得这个商户和它的签名', () => askWxpay(wxpay, timeout));
  if (alipay)
    add('ALIPAY_GATEWAY', alipay.ALIPAY_GATEWAY, '支付宝认得这个应用，双方的签名都对', () =>
      askAlipay(alipay, timeout),
    );
  if (tt) {
    add('TT_OPEN_HOST', tt.TT_OPEN_HOST, '抖音认得这个小程序', () => askTt(tt, timeout));
    add('TT_HOST', tt.TT_HOST, '有回答');
  }
  if (ttShop) add('TT_SHOP_HOST', ttShop.TT_SHOP_HOST, '抖店认得这家店', () => askTtShop(ttShop, timeout));
  if (sms) add('SMS_URL', sms.SMS_URL, '有回答（没有试发短信）');
  return asked;
}

async function checkPlatform({ name, host, fine, ask }: Asked, timeout: number): Promise<Report> {
  const reached = await reach(host, timeout);
  const fault = reached.ok ? await ask?.() : { name, text: `${new URL(host).host} ${reached.text}` };
  return fault ? { ...emptyReport(), faults: [fault] } : { ...emptyReport(), fine: [{ name, text: fine }] };
}

/** A machine often cannot reach its own public address: that alone is no fault, a wrong certificate is. */
async function checkOwnAddress(publicUrl: string, timeout: number): Promise<Report> {
  const report = emptyReport();
  const name = 'PUBLIC_URL';
  const base = publicUrl.replace(/\/$/, '');
  const reached = await reach(`${base}/healthz`, timeout);
  if (!reached.ok) {
    const text = `从这台机器访问 ${base}：${reached.text}`;
    if (reached.isCertificate) report.faults.push({ name, text });
    else report.advice.push({ name, text: `${text}；店铺已经开着的话，请检查解析、防火墙和反向代理` });
    return report;
  }
  if (reached.status !== 200 || !reached.body.includes('"status":"ok"')) {
    report.faults.push({
      name,
      text: `${base}/healthz 的回答不是集市的（${reached.status}）：反向代理要把整个域名转给店铺`,
    });
    return report;
  }
  report.fine.push({ name, text: `${base} 通到店铺` });
  const days = await certificateDays(base, timeout);
  if (days !== null && days < FEW_DAYS) report.advice.push({ name, text: `证书还有 ${days} 天到期，请检查自动续期` });
  return report;
}
