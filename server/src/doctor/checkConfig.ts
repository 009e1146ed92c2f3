import { checkEnv, ENV_VARIABLES } from '../env';
import { PLATFORM_VARIABLES, readPlatformConfigs, type PlatformConfigs } from '../platform/config';
import { emptyReport, type Report } from './report';

const TITLES: Record<keyof PlatformConfigs, { name: string; title: string }> = {
  weapp: { name: 'WEAPP_…', title: '微信小程序' },
  wxpay: { name: 'WXPAY_…', title: '微信支付' },
  alipay: { name: 'ALIPAY_…', title: '支付宝小程序' },
  tt: { name: 'TT_…', title: '抖音小程序' },
  ttShop: { name: 'TT_SHOP_…', title: '抖店' },
  sms: { name: 'SMS_…', title: '短信验证码' },
};
const KNOWN = new Set([...ENV_VARIABLES, ...Object.values(PLATFORM_VARIABLES).flat()]);
const OURS = /^(WEAPP|WXPAY|ALIPAY|TT|SMS|ASSETS|DATABASE)_/;

/** The same rules with which production refuses to start, each group by name, and variables that nobody reads. */
export function checkConfig(source: Record<string, string | undefined>): Report {
  const report = emptyReport();
  report.faults.push(...checkEnv(source, true).faults);
  const { configs, faults } = readPlatformConfigs(source);
  for (const group of Object.keys(TITLES) as (keyof PlatformConfigs)[]) {
    const { name, title } = TITLES[group];
    if (configs[group]) report.fine.push({ name, text: `${title}填齐了` });
    else if (!faults.some((fault) => PLATFORM_VARIABLES[group].includes(fault.name))) {
      report.fine.push({ name, text: `没有填，不开通${title}` });
    }
  }
  if (source.NODE_ENV !== 'production') {
    report.advice.push({ name: 'NODE_ENV', text: '不是 production：店铺会按开发环境启动，正式开店请填 production' });
  } else if (!configs.weapp && !configs.alipay && !configs.tt && !configs.wxpay && faults.length === 0) {
    report.advice.push({ name: 'WEAPP_APP_ID', text: '一个平台都没有填，顾客没有办法付款' });
  }
  const { TRUST_PROXY, HOST } = source;
  if (source.NODE_ENV === 'production' && !/^(1|true)$/.test(TRUST_PROXY ?? '') && (!HOST || HOST === '127.0.0.1')) {
    report.advice.push({
      name: 'TRUST_PROXY',
      text: '前面有 Nginx 或 Caddy 时请填 1，否则所有顾客会被当成同一个人限速',
    });
  }
  for (const name of Object.keys(source)) {
    if (OURS.test(name) && !KNOWN.has(name)) report.advice.push({ name, text: '没有这个变量，是不是写错了' });
  }
  return report;
}
