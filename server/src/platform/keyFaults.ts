import { createPublicKey, type KeyObject } from 'node:crypto';
import type { ConfigFault, PlatformConfigs } from './config';
import { readCertificate } from './keys';

type Source = Record<string, string | undefined>;

/**
 * What each group says about itself may be well formed and still not belong together: the keys a merchant mixes up most
 * often. `source` holds the variables as written, from which certificates are read. Needs no network.
 */
export function keyFaults(source: Source, configs: PlatformConfigs): ConfigFault[] {
  const { wxpay, alipay, tt } = configs;
  const faults: ConfigFault[] = [];
  const say = (name: string, text: string) => faults.push({ name, text });
  const needStrength = (name: string, key: KeyObject) => {
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (bits < 2048) say(name, `只有 ${bits} 位，签名要用 2048 位以上的 RSA 密钥`);
  };
  if (wxpay) {
    needStrength('WXPAY_PRIVATE_KEY', wxpay.WXPAY_PRIVATE_KEY);
    if (isPair(wxpay.WXPAY_PRIVATE_KEY, wxpay.WXPAY_PUBLIC_KEY)) {
      say('WXPAY_PUBLIC_KEY', '这是商户自己的公钥或证书；要填微信支付的公钥（商户平台 → 账户中心 → API 安全）');
    }
    if (!/^[\x21-\x7e]{32}$/.test(wxpay.WXPAY_API_V3_KEY))
      say('WXPAY_API_V3_KEY', '要是 32 个字母或数字，不含空格和汉字');
    faults.push(...certificateFaults(source, wxpay));
  }
  if (alipay) {
    needStrength('ALIPAY_PRIVATE_KEY', alipay.ALIPAY_PRIVATE_KEY);
    if (isPair(alipay.ALIPAY_PRIVATE_KEY, alipay.ALIPAY_PUBLIC_KEY)) {
      say('ALIPAY_PUBLIC_KEY', '这是应用公钥；要填“支付宝公钥”：在开放平台上传应用公钥之后，同一页上显示的另一把');
    }
  }
  if (tt) {
    needStrength('TT_PRIVATE_KEY', tt.TT_PRIVATE_KEY);
    if (isPair(tt.TT_PRIVATE_KEY, tt.TT_PLATFORM_PUBLIC_KEY)) {
      say('TT_PLATFORM_PUBLIC_KEY', '这是应用公钥；要填“平台公钥”：抖音开放平台 → 密钥设置里的另一把');
    }
  }
  return faults;
}

/** The merchant's certificate against its key and serial number, and WeChat Pay's key against its id. */
function certificateFaults(source: Source, wxpay: NonNullable<PlatformConfigs['wxpay']>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const say = (name: string, text: string) => faults.push({ name, text });
  if (wxpay.WXPAY_CERTIFICATE) {
    const own = readCertificate(wxpay.WXPAY_CERTIFICATE);
    if (!own) say('WXPAY_CERTIFICATE', '不是能读的证书（apiclient_cert.pem）');
    else {
      if (!own.checkPrivateKey(wxpay.WXPAY_PRIVATE_KEY)) {
        say(
          'WXPAY_PRIVATE_KEY',
          '与 WXPAY_CERTIFICATE 不是一对，请用同一次下载的 apiclient_key.pem 和 apiclient_cert.pem',
        );
      }
      if (!isSameSerial(own.serialNumber, wxpay.WXPAY_SERIAL)) {
        say('WXPAY_SERIAL', `与 WXPAY_CERTIFICATE 的序列号不同，证书的是 ${own.serialNumber}`);
      }
    }
  }
  const theirs = readCertificate(source.WXPAY_PUBLIC_KEY ?? '');
  const id = wxpay.WXPAY_PUBLIC_KEY_ID;
  if (theirs && !isSameSerial(theirs.serialNumber, id)) {
    say('WXPAY_PUBLIC_KEY_ID', `WXPAY_PUBLIC_KEY 是平台证书，这里要填它的序列号 ${theirs.serialNumber}`);
  }
  if (!theirs && !/^PUB_KEY_ID_\w+$/.test(id)) {
    say('WXPAY_PUBLIC_KEY_ID', 'WXPAY_PUBLIC_KEY 是微信支付公钥，这里要填以 PUB_KEY_ID_ 开头的公钥 ID');
  }
  return faults;
}

const isPair = (own: KeyObject, other: KeyObject) => createPublicKey(own as never).equals(other);

const isSameSerial = (one: string, other: string) =>
  one.replace(/^0+/, '').toUpperCase() === other.replace(/^0+/, '').toUpperCase();
