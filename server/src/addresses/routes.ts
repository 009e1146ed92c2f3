import type { addressRoutes } from '@jishi/contract/addresses';
import type { Handlers } from '../http';
import { addAddress, deleteAddress, listAddresses } from './addresses';
import { parseAddress } from './parseAddress';
import { listRegions } from './regions';

const A_WEEK = 7 * 24 * 3600;

export const addressHandlers: Handlers<typeof addressRoutes> = {
  'GET /api/addresses': async (ctx, { session }) => ({ items: await listAddresses(ctx.db, session.userId) }),
  'POST /api/addresses': (ctx, { body, session }) => addAddress(ctx, session.userId, body),
  'GET /api/regions': {
    answer: async (_ctx, { query }) => ({ items: listRegions(query.parent ?? '') }),
    maxAgeSeconds: A_WEEK,
  },
  'POST /api/addresses/parse': async (_ctx, { body }) => parseAddress(body.text),
  'DELETE /api/addresses/:addressId': async (ctx, { params, session }) => {
    await deleteAddress(ctx.db, session.userId, params.addressId);
    return {};
  },
};
