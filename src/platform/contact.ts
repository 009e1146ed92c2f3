import type { RouteOk } from '@jishi/contract/routes';
import type { SharedPage } from './sharedPage';

export type ShopContact = RouteOk<'GET /api/shop/terms'>['contact'];

export interface ContactButtonProps {
  className: string;
  contact: ShopContact;
  /** What the shopper asks about, shown to whoever answers, where the host can. */
  about?: SharedPage | undefined;
}
