import { accessTokens } from '../../../src/platform/accessTokens';
import { readPlatformConfigs } from '../../../src/platform/config';
import { createH5 } from '../../../src/platform/h5';
import type { PaymentRequest } from '../../../src/platform/types';
import { createWeapp } from '../../../src/platform/weapp';
import { testDb, type TestDb } from '../testDb';
import { openWechat, type Wechat } from './wechat';

export const PUBLIC_URL = 'https://shop.example';

/** Our two adapters that speak with WeChat, facing the stand-in. Both clocks can be turned together. */
export async function wechatShop(shared?: TestDb) {
  let shift = 0;
  const now = () => new Date(Date.now() + shift);
  const wechat = await openWechat({ now });
  const db = shared ?? (await testDb());
  return {
    wechat,
    now,
    advance: (ms: number) => (shift += ms),
    /** Adapters of a process of their own: they share the database only. Patient, as a busy machine needs. */
    adapters: (timeoutMs = 60_000, own: TestDb['db'] = db.db) => adapters(wechat, own, now, timeoutMs),
    db,
    async close() {
      wechat.close();
      if (!shared) await db.drop();
    },
  };
}

function adapters(wechat: Wechat, db: TestDb['db'], now: () => Date, timeoutMs: number) {
  const { configs, faults } = readPlatformConfigs(wechat.config);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const outside = { tokens: accessTokens(db, now), now, publicUrl: PUBLIC_URL };
  const { weapp, wxpay } = configs;
  return {
    weapp: createWeapp({ weapp: weapp!, wxpay }, outside, timeoutMs),
    h5: createH5({ weapp, wxpay }, outside, timeoutMs),
  };
}

let numbers = 0;

/** An order of 29.90 by a person of the mini-program. */
export const request = (wechat: Wechat, changes: Partial<PaymentRequest> = {}): PaymentRequest => ({
  appId: wechat.appId,
  openId: 'o-ming',
  tradeNo: `T${String(++numbers).padStart(8, '0')}`,
  amountFen: 2990,
  title: '赣南脐橙 等',
  expiresAt: new Date(Date.now() + 30 * 60_000),
  ip: '203.0.113.7',
  lines: [{ skuId: 'S1', quantity: 1 }],
  ...changes,
});
