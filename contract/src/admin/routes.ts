import { adminCategoryRoutes } from './categories';
import { employeeRoutes } from './employees';
import { adminOrderRoutes } from './orders';
import { adminProductRoutes } from './products';
import { adminStockRoutes } from './stock';

/** The whole API of the console. The server refuses to start when one of these has no handler or no roles. */
export const adminRoutes = {
  ...employeeRoutes,
  ...adminProductRoutes,
  ...adminCategoryRoutes,
  ...adminStockRoutes,
  ...adminOrderRoutes,
};

export type AdminRoutes = typeof adminRoutes;
