import type { z } from 'zod';
import { accountRoutes } from './account';
import { addressRoutes } from './addresses';
import { aftersaleRoutes } from './aftersales';
import { cartRoutes } from './carts';
import { codeRoutes } from './codes';
import { couponRoutes } from './coupons';
import { eventRoutes } from './events';
import { favouriteRoutes } from './favourites';
import { historyRoutes } from './history';
import { layoutRoutes } from './layouts';
import { memberRoutes } from './members';
import { messageRoutes } from './messages';
import { noticeRoutes } from './notices';
import { orderRoutes } from './orders';
import { paymentRoutes } from './payments';
import { phoneRoutes } from './phones';
import { pointsRoutes } from './points';
import { productRoutes } from './products';
import { searchRoutes } from './search';
import { sessionRoutes } from './sessions';
import { shopTermRoutes } from './shopTerms';
import { staffRoutes } from './staff';
import { storeRoutes } from './stores';
import { tillRoutes } from './till';
import { uploadRoutes } from './uploads';

/** The whole consumer API. The server refuses to start when one of these has no handler. */
export const routes = {
  ...sessionRoutes,
  ...shopTermRoutes,
  ...productRoutes,
  ...searchRoutes,
  ...cartRoutes,
  ...addressRoutes,
  ...storeRoutes,
  ...orderRoutes,
  ...paymentRoutes,
  ...aftersaleRoutes,
  ...uploadRoutes,
  ...eventRoutes,
  ...layoutRoutes,
  ...favouriteRoutes,
  ...historyRoutes,
  ...noticeRoutes,
  ...messageRoutes,
  ...codeRoutes,
  ...couponRoutes,
  ...accountRoutes,
  ...phoneRoutes,
  ...staffRoutes,
  ...memberRoutes,
  ...pointsRoutes,
  ...tillRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;

type Input<R, K extends string> = R extends { [P in K]: infer S extends z.ZodType }
  ? { [P in K]: z.input<S> }
  : unknown;

/** What a client sends: `params`, `query` and `body` as the route asks; `idempotencyKey` where it must. */
export type RouteInput<N extends RouteName> = Input<Routes[N], 'params'> &
  Input<Routes[N], 'query'> &
  Input<Routes[N], 'body'> &
  (Routes[N] extends { isIdempotent: true } ? { idempotencyKey: string } : unknown);

/** What a client gets. */
export type RouteOk<N extends RouteName> = z.output<Routes[N]['ok']>;
