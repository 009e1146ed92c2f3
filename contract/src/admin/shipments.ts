import { z } from 'zod';
import { Id, SaidTime } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

/** What a carrier says about a parcel. */
export const ShipmentEventInput = z.object({
  text: z.string().trim().min(1).max(200),
  /** Not in the future. */
  happenedAt: SaidTime,
});

/** How many of the events were new; the others were known already. */
export const AddedEvents = z.object({ added: z.int() });

const roles = ['owner', 'operator'] as const;

export const adminShipmentRoutes = defineAdminRoutes({
  'POST /admin/shipments/:shipmentId/events': {
    summary: '记一条包裹的物流；同一时间的同一句话只记一次',
    roles,
    params: z.object({ shipmentId: Id }),
    body: ShipmentEventInput,
    ok: AddedEvents,
    status: 201,
    errors: ['not_found'],
  },
  'POST /admin/shipments/import': {
    summary:
      '批量发货：请求体是 UTF-8 的 CSV，列为订单号、快递公司、运单号，至多 500 单；有一行不对就一单也不发，并说明是哪些行',
    roles,
    isUpload: true,
    isSelfAudited: true,
    ok: z.object({ shipped: z.int() }),
    status: 201,
    errors: ['import_invalid', 'too_large'],
  },
  'POST /admin/shipment-events': {
    summary: '按运单号成批记物流，全部记下或全部不记；没有的运单号说明是哪些',
    roles,
    body: z.object({
      items: z
        .array(ShipmentEventInput.extend({ trackingNo: z.string().regex(/^[A-Za-z0-9-]{5,40}$/) }))
        .min(1)
        .max(500),
    }),
    ok: AddedEvents,
    status: 201,
    errors: ['not_found'],
  },
});
