import { adminAssetRoutes } from './assets';
import { adminCategoryRoutes } from './categories';
import { employeeRoutes } from './employees';
import { adminHotWordRoutes } from './hotWords';
import { adminOrderRoutes } from './orders';
import { adminProductRoutes } from './products';
import { adminReachDiscountRoutes } from './reachDiscounts';
import { adminShipmentRoutes } from './shipments';
import { adminPickupRoutes } from './pickups';
import { adminShippingRuleRoutes } from './shippingRules';
import { adminShopTermRoutes } from './shopTerms';
import { adminStockRoutes } from './stock';
import { adminStoreRoutes } from './stores';

/** The whole API of the console. The server refuses to start when one of these has no handler or no roles. */
export const adminRoutes = {
  ...employeeRoutes,
  ...adminProductRoutes,
  ...adminCategoryRoutes,
  ...adminStockRoutes,
  ...adminOrderRoutes,
  ...adminHotWordRoutes,
  ...adminShippingRuleRoutes,
  ...adminShopTermRoutes,
  ...adminStoreRoutes,
  ...adminAssetRoutes,
  ...adminReachDiscountRoutes,
  ...adminShipmentRoutes,
  ...adminPickupRoutes,
};

export type AdminRoutes = typeof adminRoutes;
