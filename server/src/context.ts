import type { AssetStore } from './assets/assetStore';
import type { Workshop } from './assets/workshop';
import type { HotReads } from './cache/hotReads';
import type { Db } from './db/db';
import type { MakeId } from './db/ids';
import type { Env } from './env';
import type { Sms } from './platform/sms';
import type { PlatformAdapters } from './platform/types';
import type { Posters } from './posters/types';

/** What services need, passed as their first argument. */
export interface Context {
  db: Db;
  env: Env;
  makeId: MakeId;
  /** The server's clock; tests turn it. */
  now(): Date;
  platforms: PlatformAdapters;
  sms: Sms;
  assets: AssetStore;
  /** Decodes pictures, in a process of its own. */
  workshop: Workshop;
  /** Draws posters and sheets of labels, in a process of its own. */
  posters: Posters;
  /** Wakes the job runner after a transaction that wrote to the outbox. */
  kickJobs(): void;
  /** Public answers that many ask for, kept while they hold. */
  hot: HotReads;
}
