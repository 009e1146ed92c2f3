import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { isUndecided } from '@/lib/apiError';
import { randomId } from '@/lib/randomId';
import { platform } from '@/platform';
import { call } from './request';

export type Moment = RouteInput<'GET /api/messages/templates'>['query']['moment'];
export type MessageTemplates = RouteOk<'GET /api/messages/templates'>;

/** What to ask leave for at a moment, in this super-app; empty where there is nothing. */
export function listTemplates(moment: Moment): Promise<MessageTemplates> {
  return call('GET /api/messages/templates', { query: { moment } }, 'items');
}

const UNTOLD_KEY = 'jishi.grants';
const MOST_UNTOLD = 10;

interface Untold {
  accepted: string[];
  key: string;
}

/** A yes that the server does not know of would never be kept: it is told until it is heard, by its key once. */
export function tellAccepted(accepted: string[]): Promise<void> {
  if (accepted.length > 0) write([...read(), { accepted, key: randomId() }].slice(-MOST_UNTOLD));
  return tellUntold();
}

let telling: Promise<void> | null = null;

/** Tells the server what it has not heard yet. Never throws. */
export function tellUntold(): Promise<void> {
  telling ??= tellAll().finally(() => {
    telling = null;
  });
  return telling;
}

async function tellAll(): Promise<void> {
  for (let [next] = read(); next; [next] = read()) {
    const { accepted, key } = next;
    try {
      await call('POST /api/messages/grants', { body: { accepted }, idempotencyKey: key });
    } catch (error) {
      // what the server refuses for good it would refuse for ever
      if (isUndecided(error)) return;
    }
    write(read().filter((one) => one.key !== key));
  }
}

function read(): Untold[] {
  try {
    const kept: unknown = JSON.parse(platform.readText(UNTOLD_KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as Untold[]) : [];
  } catch {
    return [];
  }
}

function write(untold: Untold[]): void {
  if (untold.length > 0) platform.writeText(UNTOLD_KEY, JSON.stringify(untold));
  else platform.removeText(UNTOLD_KEY);
}
