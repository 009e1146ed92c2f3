import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** The two sides' names, secrets and keys. */
export interface WechatKeys {
  appId: string;
  secret: string;
  messageToken: string;
  mchid: string;
  /** Of the merchant's certificate. */
  serial: string;
  apiV3Key: string;
  /** Names WeChat Pay's own public key. */
  publicKeyId: string;
  merchant: { privateKey: KeyObject; publicKey: KeyObject };
  platform: { privateKey: KeyObject; publicKey: KeyObject };
}

/** Made once for a process: a second shop's pair would only cost time. */
let pairs: Pick<WechatKeys, 'merchant' | 'platform'> | undefined;

export function makeWechatKeys(): WechatKeys {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  pairs ??= { merchant: pair(), platform: pair() };
  return {
    appId: `wx${randomBytes(8).toString('hex')}`,
    secret: randomBytes(16).toString('hex'),
    messageToken: randomBytes(12).toString('hex'),
    mchid: '1900000109',
    serial: randomBytes(20).toString('hex').toUpperCase(),
    apiV3Key: randomBytes(16).toString('hex'),
    publicKeyId: `PUB_KEY_ID_01${randomBytes(14).toString('hex')}`,
    ...pairs,
  };
}

/** The variables with which our server finds this WeChat. */
export function wechatConfig(keys: WechatKeys, url: string): Record<string, string> {
  return {
    WEAPP_APP_ID: keys.appId,
    WEAPP_SECRET: keys.secret,
    WEAPP_HOST: url,
    WEAPP_MESSAGE_TOKEN: keys.messageToken,
    WXPAY_MCHID: keys.mchid,
    WXPAY_SERIAL: keys.serial,
    WXPAY_PRIVATE_KEY: keys.merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    WXPAY_API_V3_KEY: keys.apiV3Key,
    WXPAY_PUBLIC_KEY: keys.platform.publicKey.export({ type: 'spki', format: 'pem' }) as string,
    WXPAY_PUBLIC_KEY_ID: keys.publicKeyId,
    WXPAY_HOST: url,
  };
}
