import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { certificate } from './certificate';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: KeyObject) =>
  key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString();

/** Alipay's tool and many consoles give a key as one line of base64. */
const oneLine = (key: KeyObject) =>
  key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'der' }).toString('base64');

const merchant = pair();
const SERIAL = '5157F09EFDC096DE15EBE81A47057A7200000001';

/** What a merchant with all super-apps has in production, with keys that were made just now. */
export const FULL_ENV: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://shop.jishi.cn',
  WEAPP_APP_ID: 'wx0123456789abcdef',
  WEAPP_SECRET: '9f1c2b7e5a8d4c3f9f1c2b7e5a8d4c3f',
  WXPAY_MCHID: '1900000109',
  WXPAY_SERIAL: SERIAL,
  WXPAY_PRIVATE_KEY: pem(merchant.privateKey),
  WXPAY_CERTIFICATE: certificate(merchant, SERIAL),
  WXPAY_API_V3_KEY: 'k7Qw2Zx9Lm4Rt6Yp1Bv8Nc3Hd5Gf0JsA',
  WXPAY_PUBLIC_KEY: pem(pair().publicKey),
  WXPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0119000001092025',
  ALIPAY_APP_ID: '2021000000000001',
  ALIPAY_PRIVATE_KEY: oneLine(pair().privateKey),
  ALIPAY_PUBLIC_KEY: oneLine(pair().publicKey),
  ALIPAY_AES_KEY: 'aGVsbG8gamlzaGkgMTIzNA==',
  ALIPAY_SELLER_ID: '2088000000000001',
  TT_APP_ID: 'tt0123456789abcdef',
  TT_SECRET: 'c0a5f1d2e3b4968778695a4b3c2d1e0f',
  TT_PRIVATE_KEY: pem(pair().privateKey),
  TT_PLATFORM_PUBLIC_KEY: pem(pair().publicKey),
  TT_SHOP_ID: '4463798',
  TT_SHOP_APP_KEY: '7123456789012345678',
  TT_SHOP_APP_SECRET: 'd41d8cd9-8f00-4204-a980-0998ecf8427e',
  SMS_URL: 'https://sms.jishi.cn/codes',
  SMS_TOKEN: 'sms-9c1e7a52b4d8',
};
