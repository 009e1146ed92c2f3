import type { addressRoutes } from '@jishi/contract/addresses';
import type { Handlers } from '../http';
import { addAddress, deleteAddress, listAddresses } from './addresses';

export const addressHandlers: Handlers<typeof addressRoutes> = {
  'GET /api/addresses': async (ctx, { session }) => ({ items: await listAddresses(ctx.db, session.userId) }),
  'POST /api/addresses': (ctx, { body, session }) => addAddress(ctx, session.userId, body),
  'DELETE /api/addresses/:addressId': async (ctx, { params, session }) => {
    await deleteAddress(ctx.db, session.userId, params.addressId);
    return {};
  },
};
