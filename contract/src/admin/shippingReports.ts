import { z } from 'zod';
import { Id, PlatformName, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

export const ShippingReportRow = z.object({
  id: Id,
  orderId: Id,
  platform: PlatformName,
  state: z.enum(['waiting', 'told', 'failed']),
  tries: z.int(),
  /** What the platform said last. */
  note: z.string(),
  createdAt: Time,
  toldAt: Time.nullable(),
});

const roles = ['owner', 'operator'] as const;

export const adminShippingReportRoutes = defineAdminRoutes({
  'GET /admin/shipping-reports': {
    summary: '向平台上报的发货，新的在前；failed 的要看一下，微信会扣住没有上报的货款',
    roles,
    query: AdminPageQuery.extend({ state: ShippingReportRow.shape.state.optional() }),
    ok: pageOf(ShippingReportRow),
    errors: [],
  },
  'POST /admin/shipping-reports/:reportId/retry': {
    summary: '再报一次；已经报成的不变',
    roles,
    params: z.object({ reportId: Id }),
    ok: ShippingReportRow,
    errors: ['not_found'],
  },
});
