import { queryOptions } from '@tanstack/react-query';
import type { RouteOk } from '@jishi/contract/routes';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { platform } from '@/platform';
import { call } from './request';

export type StaffMe = RouteOk<'GET /api/staff'>;
export type MyGuide = RouteOk<'GET /api/my-guide'>;

const KEPT_KEY = 'jishi.staff';
/** Most people are shoppers: they are asked about as seldom as this. */
const ASK_AGAIN_MS = 600_000;

/** What the person is to the shop; kept on the phone, where a guide without a network still finds the way in. */
export async function getStaff(): Promise<StaffMe> {
  const me = await call('GET /api/staff', {}, 'state');
  platform.writeText(KEPT_KEY, JSON.stringify({ me, at: Date.now() }));
  queryClient.setQueryData(keys.staffEntry, me);
  return me;
}

/** For the pages of the workbench, which tell what went wrong. */
export const staffQuery = queryOptions({
  queryKey: keys.staff,
  queryFn: getStaff,
  initialData: () => readKept()?.me,
  initialDataUpdatedAt: () => readKept()?.at,
  staleTime: ASK_AGAIN_MS,
});

/** For the way to them: what cannot be found out shows nothing, and is not asked again for a while either. */
export const staffEntryQuery = queryOptions({
  queryKey: keys.staffEntry,
  queryFn: () => getStaff().catch(() => readKept()?.me ?? null),
  initialData: () => readKept()?.me,
  initialDataUpdatedAt: () => readKept()?.at,
  staleTime: ASK_AGAIN_MS,
});

/** The guide whom the shopper belongs to, and whether that guide may see them. Shown where it is known. */
export const myGuideQuery = queryOptions({
  queryKey: keys.myGuide,
  queryFn: () => call('GET /api/my-guide', {}, 'isAgreed'),
  staleTime: ASK_AGAIN_MS,
});

export function setGuideConsent(isAgreed: boolean): Promise<{ isAgreed: boolean }> {
  return call('PUT /api/my-guide/consent', { body: { isAgreed } }, 'isAgreed');
}

function readKept(): { me: StaffMe; at: number } | null {
  try {
    const kept = JSON.parse(platform.readText(KEPT_KEY) ?? 'null') as { me: StaffMe; at: number } | null;
    return kept && Array.isArray(kept.me.stores) && kept.at <= Date.now() ? kept : null;
  } catch {
    return null;
  }
}
