import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type Coupon = RouteOk<'GET /api/coupons'>['items'][number];
export type OfferedCoupon = RouteOk<'GET /api/coupon-templates'>['items'][number];
export type WalletState = NonNullable<RouteInput<'GET /api/coupons'>['query']['state']>;

export function listCoupons(query: { state: WalletState; cursor?: string }): Promise<RouteOk<'GET /api/coupons'>> {
  return call('GET /api/coupons', { query }, 'items');
}

/** What can be claimed. */
export function listOffered(): Promise<RouteOk<'GET /api/coupon-templates'>> {
  return call('GET /api/coupon-templates', {}, 'items');
}

/** The same key claims the same coupon, however often it is sent. */
export function claimCoupon(templateId: string, idempotencyKey: string): Promise<Coupon> {
  return call('POST /api/coupon-templates/:templateId/claims', { params: { templateId }, idempotencyKey }, 'id');
}

/** By the word that gives one. */
export function claimByCode(code: string, idempotencyKey: string): Promise<Coupon> {
  return call('POST /api/coupon-claims', { body: { code }, idempotencyKey }, 'id');
}
