import type { Platform } from '@jishi/contract/plain/platforms';
import type { PosterTemplate, StaffPeriod } from '@jishi/contract/plain/staff';
import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type Invitation = RouteOk<'GET /api/staff-invitations/:token'>;
export type StaffFigures = RouteOk<'GET /api/staff/figures'>;
export type Figures = StaffFigures['now'];
export type ResultRow = RouteOk<'GET /api/staff/results'>['items'][number];
export type StaffOrder = RouteOk<'GET /api/staff/orders'>['items'][number];
export type StaffCode = RouteOk<'POST /api/staff/codes'>;
export type CodeWish = RouteInput<'POST /api/staff/codes'>['body'];
export type StaffCustomer = RouteOk<'GET /api/staff/customers'>['items'][number];
export type Colleague = RouteOk<'GET /api/staff/colleagues'>['items'][number];
export type Pickup = RouteOk<'POST /api/staff/pickups/lookup'>;

/** All of these throw ApiError; `forbidden` says that the person is no guide. */

export function getInvitation(token: string): Promise<Invitation> {
  return call('GET /api/staff-invitations/:token', { params: { token } }, 'token');
}

/** Again, it changes the name. `conflict` has `{ reason }`: the invitation's state, or `bound`. */
export function askToJoin(token: string, name: string): Promise<Invitation> {
  return call('POST /api/staff-invitations/:token/requests', { params: { token }, body: { name } }, 'token');
}

export function getFigures(period: StaffPeriod): Promise<StaffFigures> {
  return call('GET /api/staff/figures', { query: { period } }, 'now');
}

export async function listResults(period: StaffPeriod, by: 'code' | 'product'): Promise<ResultRow[]> {
  return (await call('GET /api/staff/results', { query: { period, by } }, 'items')).items;
}

export function listStaffOrders(cursor: string): Promise<RouteOk<'GET /api/staff/orders'>> {
  return call('GET /api/staff/orders', { query: { limit: 20, ...(cursor && { cursor }) } }, 'items');
}

export function listStaffCodes(cursor: string): Promise<RouteOk<'GET /api/staff/codes'>> {
  return call('GET /api/staff/codes', { query: { limit: 20, ...(cursor && { cursor }) } }, 'items');
}

/** The same place in the same store is always the same code. */
export function takeCode(wish: CodeWish): Promise<StaffCode> {
  return call('POST /api/staff/codes', { body: wish }, 'token');
}

export function revokeCode(token: string): Promise<StaffCode> {
  return call('POST /api/staff/codes/:token/revoke', { params: { token } }, 'token');
}

/** `picture`: which of the product's. Throws `unsupported`, `platform_unavailable` and `busy` besides. */
export async function drawPoster(
  token: string,
  poster: { platform: Platform; template: PosterTemplate; picture: number },
): Promise<string> {
  return (await call('POST /api/staff/codes/:token/posters', { params: { token }, body: poster }, 'url')).url;
}

export function listStaffCustomers(
  only: 'all' | 'quiet',
  cursor: string,
): Promise<RouteOk<'GET /api/staff/customers'>> {
  return call('GET /api/staff/customers', { query: { only, limit: 20, ...(cursor && { cursor }) } }, 'items');
}

export function noteCustomer(customerId: string, note: string): Promise<StaffCustomer> {
  return call('PUT /api/staff/customers/:customerId/note', { params: { customerId }, body: { note } }, 'id');
}

export async function listColleagues(): Promise<Colleague[]> {
  return (await call('GET /api/staff/colleagues', {}, 'items')).items;
}

export async function handOver(customerId: string, employeeId: string): Promise<void> {
  await call('POST /api/staff/customers/:customerId/hand-over', { params: { customerId }, body: { employeeId } });
}

export function lookUpPickup(code: string): Promise<Pickup> {
  return call('POST /api/staff/pickups/lookup', { body: { code } }, 'orderId');
}

/** Once: a second time is `order_state`. */
export function verifyPickup(code: string): Promise<Pickup> {
  return call('POST /api/staff/pickups/verify', { body: { code } }, 'orderId');
}
