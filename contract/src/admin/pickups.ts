import { z } from 'zod';
import { OrderLine } from '../orders';
import { ORDER_STATES } from '../plain/orders';
import { Fen, Id, Time } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

/** What the counter needs to hand over the right goods to the right person. */
export const Pickup = z.object({
  orderId: Id,
  state: z.enum(ORDER_STATES),
  storeName: z.string(),
  /** `林*` */
  maskedName: z.string(),
  /** `138****6620` */
  maskedPhone: z.string(),
  lines: z.array(OrderLine),
  /** Units of them that are not handed over: their money has gone back. */
  refunded: z.array(z.object({ skuId: Id, quantity: z.int() })),
  totalFen: Fen,
  note: z.string(),
  paidAt: Time.nullable(),
  doneAt: Time.nullable(),
});

const PickupCode = z.object({ code: z.string().regex(/^\d{8}$/) });
const roles = ['owner', 'operator', 'store_manager', 'staff'] as const;

export const adminPickupRoutes = defineAdminRoutes({
  'POST /admin/pickups/lookup': {
    summary: '按取货码查自提单；店长和店员只能查自己门店的。十分钟里说错十次后要等',
    roles,
    isSelfAudited: true,
    body: PickupCode,
    ok: Pickup,
    errors: ['not_found', 'rate_limited'],
  },
  'POST /admin/pickups/verify': {
    summary: '核销取货码：已付款的自提单变为已完成，只此一次',
    roles,
    isSelfAudited: true,
    body: PickupCode,
    ok: Pickup,
    errors: ['not_found', 'order_state', 'aftersale_open', 'rate_limited'],
  },
});
