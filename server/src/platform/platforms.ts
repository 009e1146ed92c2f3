import { PLATFORMS } from '@jishi/contract/plain/platforms';
import type { Db } from '../db/db';
import type { Env } from '../env';
import { absent } from './absent';
import type { AccessTokens } from './accessTokens';
import { createAlipay } from './alipay';
import { fakePlatforms } from './fake';
import { createH5 } from './h5';
import { createTt } from './tt';
import type { PlatformAdapters } from './types';
import { createWeapp } from './weapp';

/** What a live adapter is made with, besides its own configuration. */
export interface Outside {
  tokens: AccessTokens;
  now(): Date;
  /** Where the world reaches this server, without a slash at the end. */
  publicUrl: string;
}

/** The adapters that the configuration asks for. One whose platform is not configured answers so, and charges nothing. */
export function platformsFor(env: Env, db: Db, outside: Outside): PlatformAdapters {
  const { now, publicUrl } = outside;
  if (env.platformMode === 'fake') {
    return fakePlatforms({ db, secret: env.fakeSecret, cashier: env.FAKE_CASHIER, now, publicUrl });
  }
  const none = Object.fromEntries(PLATFORMS.map((platform) => [platform, absent])) as unknown as PlatformAdapters;
  const { alipay, weapp, wxpay, tt, ttShop } = env.platforms;
  return {
    ...none,
    ...(alipay && { alipay: createAlipay(alipay, outside) }),
    ...(weapp && { weapp: createWeapp({ weapp, wxpay }, outside) }),
    ...(tt && { tt: createTt({ tt, ttShop }, { ...outside, db }) }),
    h5: createH5({ weapp, wxpay }, outside),
  };
}
