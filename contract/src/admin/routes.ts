import { adminAftersaleRoutes } from './aftersales';
import { adminAssetRoutes } from './assets';
import { adminAttributionRoutes } from './attribution';
import { adminBoardRoutes } from './board';
import { adminCategoryRoutes } from './categories';
import { adminCodeRoutes } from './codes';
import { adminCouponRoutes } from './coupons';
import { employeeRoutes } from './employees';
import { adminHotWordRoutes } from './hotWords';
import { adminImportRoutes } from './imports';
import { adminLayoutRoutes } from './layouts';
import { adminMessageRoutes } from './messages';
import { adminOrderRoutes } from './orders';
import { adminPaymentRoutes } from './payments';
import { adminPointsRoutes } from './points';
import { adminProductRoutes } from './products';
import { adminReachDiscountRoutes } from './reachDiscounts';
import { adminShipmentRoutes } from './shipments';
import { adminShippingReportRoutes } from './shippingReports';
import { adminPickupRoutes } from './pickups';
import { adminShippingRuleRoutes } from './shippingRules';
import { adminShopTermRoutes } from './shopTerms';
import { adminStaffRoutes } from './staff';
import { adminStockRoutes } from './stock';
import { adminStoreRoutes } from './stores';
import { adminTillRoutes } from './till';
import { adminTtShopRoutes } from './ttShop';

/** The whole API of the console. The server refuses to start when one of these has no handler or no roles. */
export const adminRoutes = {
  ...employeeRoutes,
  ...adminProductRoutes,
  ...adminCategoryRoutes,
  ...adminStockRoutes,
  ...adminTtShopRoutes,
  ...adminOrderRoutes,
  ...adminHotWordRoutes,
  ...adminShippingRuleRoutes,
  ...adminShopTermRoutes,
  ...adminStoreRoutes,
  ...adminStaffRoutes,
  ...adminAssetRoutes,
  ...adminReachDiscountRoutes,
  ...adminShipmentRoutes,
  ...adminPickupRoutes,
  ...adminPaymentRoutes,
  ...adminAftersaleRoutes,
  ...adminMessageRoutes,
  ...adminCodeRoutes,
  ...adminCouponRoutes,
  ...adminShippingReportRoutes,
  ...adminLayoutRoutes,
  ...adminBoardRoutes,
  ...adminImportRoutes,
  ...adminAttributionRoutes,
  ...adminTillRoutes,
  ...adminPointsRoutes,
};

export type AdminRoutes = typeof adminRoutes;
