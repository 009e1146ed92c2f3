import type { z } from 'zod';
import type { Audience } from '@jishi/contract/admin/layouts';
import type { Platform } from '@jishi/contract/plain/platforms';
import { bucketOf } from './bucket';

/** What is known of whoever asks for a page, by the server's clock. */
export interface Client {
  platform: Platform;
  appId: string;
  deviceId: string;
  /** What its build can draw: `LAYOUT_CONTRACT`. */
  contract: number;
  channel: string | undefined;
  storeId: string | undefined;
  /** Somebody with a phone number or a super-app's identity, not a guest. */
  isSignedIn: boolean;
  /** ms */
  now: number;
}

/** What choosing looks at; `V` is whatever stands for a version. */
export interface Candidate<V> {
  id: string;
  /** ms */
  startsAt: number;
  endsAt: number | null;
  audience: z.output<typeof Audience>;
  rollout: number;
  arms: readonly { version: V; weight: number }[];
}

const asksFor = (wanted: readonly string[] | undefined, given: string | undefined) =>
  !wanted || (given !== undefined && wanted.includes(given));

const isLoginMet = (login: 'any' | 'in' | 'out' | undefined, { isSignedIn }: Pick<Client, 'isSignedIn'>) =>
  !login || login === 'any' || (login === 'in') === isSignedIn;

/** Whether these conditions, of a release or of a block, hold for the client. */
export function isMeant(
  { platforms, channels, storeIds, login }: Omit<z.output<typeof Audience>, 'login'> & { login?: 'any' | 'in' | 'out' },
  client: Client,
): boolean {
  return (
    asksFor(platforms, client.platform) &&
    asksFor(channels, client.channel) &&
    asksFor(storeIds, client.storeId) &&
    isLoginMet(login, client)
  );
}

export const isInAudience = (audience: z.output<typeof Audience>, client: Client) =>
  isMeant(audience, client) && asksFor(audience.appIds, client.appId);

/** Always the same devices, and more of them as the roll-out grows. */
export const isRolledOut = ({ id, rollout }: Pick<Candidate<unknown>, 'id' | 'rollout'>, deviceId: string) =>
  bucketOf(`${id}:rollout`, deviceId) < rollout;

/** The arm of a device; which devices the roll-out reaches says nothing about it. */
export function armOf({ id, arms }: Pick<Candidate<unknown>, 'id' | 'arms'>, deviceId: string): number {
  let rest = bucketOf(`${id}:arm`, deviceId);
  const index = arms.findIndex(({ weight }) => (rest -= weight) < 0);
  return index < 0 ? arms.length - 1 : index;
}

/** The first of the page's releases, in the order in which they are looked at, that is the client's. */
export function chooseRelease<V>(
  releases: readonly Candidate<V>[],
  client: Client,
): { release: Candidate<V>; arm: number; version: V } | null {
  const release = releases.find(
    (one) =>
      one.startsAt <= client.now &&
      (one.endsAt === null || client.now < one.endsAt) &&
      isInAudience(one.audience, client) &&
      isRolledOut(one, client.deviceId),
  );
  if (!release) return null;
  const arm = armOf(release, client.deviceId);
  return { release, arm, version: release.arms[arm]!.version };
}
