/** What may wait for somebody in the shop. */
export const TODO_KINDS = ['ship', 'answer', 'receive', 'pickup', 'refund', 'bill', 'report', 'stock'] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

/** A paid order that is to be delivered is late after so many hours. */
export const SHIP_HOURS = 48;
/** Goods that wait in the store are looked after once they have waited so many days. */
export const PICKUP_DAYS = 7;
/** An SKU with so few units left, or fewer, is low in stock. */
export const LOW_STOCK = 5;
