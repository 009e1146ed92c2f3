import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { LayoutAnswer } from '@jishi/contract/layouts';
import { LAYOUT_CONTRACT } from '@jishi/contract/plain/layouts';
import { adaptDocument } from './adaptDocument';
import { chooseRelease, isInAudience, type Client } from './chooseRelease';
import type { HeldAnswer, HeldPage, HeldVersion } from './heldLayouts';

type Answer = z.output<typeof LayoutAnswer>;

/** A stranger may say anything; so many different clients of one page are remembered. */
const REMEMBERED = 2000;

/** The answer's text, and its tag, which knows nothing of the time of day. Null: nothing for this client. */
export function resolveLayout(page: HeldPage, asked: Client): { body: string; etag: string } | null {
  const client = normalised(page, asked);
  const chosen = chooseRelease(page.releases, client);
  if (!chosen && page.page === 'campaign') return null;
  const { platform, contract, appId = '', channel = '', storeId = '', isSignedIn } = client;
  const key = JSON.stringify([
    chosen?.release.id,
    chosen?.arm,
    platform,
    contract,
    appId,
    channel,
    storeId,
    isSignedIn,
  ]);
  let answer = page.answers.get(key);
  if (!answer || (answer.validUntil !== null && answer.validUntil <= client.now)) {
    answer = makeAnswer(page, client, chosen);
    if (page.answers.size >= REMEMBERED) page.answers.clear();
    page.answers.set(key, answer);
  }
  return withTime(answer, client.now);
}

/** Closes what `openAnswer` left open. */
export const withTime = ({ text, etag }: Pick<HeldAnswer, 'text' | 'etag'>, now: number) => ({
  body: `${text},"serverTime":"${new Date(now).toISOString()}"}`,
  etag,
});

/** An answer's text without its end, and its tag. */
export function openAnswer(answer: Omit<Answer, 'serverTime'>): Pick<HeldAnswer, 'text' | 'etag'> {
  const text = JSON.stringify(answer).slice(0, -1);
  return { text, etag: `"${createHash('sha1').update(text).digest('base64url')}"` };
}

/** What nothing on the page distinguishes is the same. */
function normalised({ named }: HeldPage, client: Client): Client {
  const known = (names: Set<string>, name: string | undefined) =>
    name !== undefined && names.has(name) ? name : undefined;
  return {
    ...client,
    contract: Math.min(client.contract, LAYOUT_CONTRACT),
    appId: known(named.appIds, client.appId) ?? '',
    channel: known(named.channels, client.channel),
    storeId: known(named.storeIds, client.storeId),
  };
}

function makeAnswer(page: HeldPage, client: Client, chosen: ReturnType<typeof chooseRelease<HeldVersion>>): HeldAnswer {
  const adapted = chosen && adaptDocument(chosen.version.document, client);
  const times = page.releases
    .filter(({ audience }) => isInAudience(audience, client))
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt ?? 0])
    .filter((time) => time > client.now);
  const validUntil = Math.min(adapted?.nextChangeAt ?? Infinity, ...times);
  const isForEver = validUntil === Infinity;
  const opened = openAnswer({
    releaseId: chosen?.release.id ?? null,
    versionId: chosen?.version.id ?? null,
    arm: chosen?.arm ?? 0,
    nextChangeAt: isForEver ? null : new Date(validUntil).toISOString(),
    document: adapted?.document ?? null,
  });
  return { ...opened, validUntil: isForEver ? null : validUntil };
}
