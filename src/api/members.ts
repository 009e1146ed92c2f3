import type { RouteOk } from '@jishi/contract/routes';
import { noteServerTime } from '@/lib/serverClock';
import { call } from './request';

export type Member = RouteOk<'GET /api/member'>;
export type MemberCard = NonNullable<Member['card']>;
export type MemberLevel = Member['levels'][number];
export type LevelMove = RouteOk<'GET /api/member/level-moves'>['items'][number];
export type TillSlot = RouteOk<'GET /api/member/till-code'>['slots'][number];

export function getMember(): Promise<Member> {
  return call('GET /api/member', {}, 'levels');
}

/** Opens the card, or answers the one that there is. Throws ApiError `phone_required`. */
export function openCard(): Promise<Member> {
  return call('POST /api/member', {}, 'levels');
}

export async function listLevelMoves(): Promise<LevelMove[]> {
  return (await call('GET /api/member/level-moves', { query: { limit: 5 } }, 'items')).items;
}

/** This minute's code and the next five; by the server's clock, which the phone's is set by here. */
export async function getTillCode(): Promise<TillSlot[]> {
  const { slots, now } = await call('GET /api/member/till-code', {}, 'slots');
  noteServerTime(now);
  return slots;
}
