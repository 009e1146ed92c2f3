import type { JobHandlers } from '../jobs';
import { attributeOrder } from './attributeOrder';
import { placeCustomers } from './placeCustomers';
import { ATTRIBUTE_ORDER, PLACE_CUSTOMER } from './topics';

export const attributionJobs: JobHandlers = {
  /** An order is a sign of life too: it may lengthen the time with the guide. */
  async [ATTRIBUTE_ORDER](ctx, { userId, orderId }) {
    await ctx.db.tx(async (tx) => {
      await attributeOrder(tx, userId!, orderId!);
      await placeCustomers(tx, [userId!]);
    });
  },
  async [PLACE_CUSTOMER](ctx, { userId }) {
    await ctx.db.tx((tx) => placeCustomers(tx, [userId!]));
  },
};
