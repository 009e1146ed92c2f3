import { PLATFORMS } from '@jishi/contract/plain/platforms';
import type { Db } from '../db/db';
import type { Env } from '../env';
import { AppError } from '../errors';
import { fakePlatforms } from './fake';
import type { PlatformAdapter, PlatformAdapters } from './types';

/** The adapters that the configuration asks for. The live ones are not there yet: they answer so, and charge nothing. */
export function platformsFor(env: Env, db: Db): PlatformAdapters {
  if (env.platformMode === 'fake') return fakePlatforms({ db, secret: env.fakeSecret, cashier: env.FAKE_CASHIER });
  return Object.fromEntries(PLATFORMS.map((platform) => [platform, absent])) as unknown as PlatformAdapters;
}

const refuse = () => {
  throw new AppError('platform_unavailable');
};

const absent: PlatformAdapter = {
  exchangeLogin: async () => refuse(),
  createPayment: async () => refuse(),
  queryPayment: async () => refuse(),
  closePayment: async () => refuse(),
  refundPayment: async () => refuse(),
  readNotice: refuse,
  noticeAnswer: { contentType: 'text/plain', body: '' },
};
