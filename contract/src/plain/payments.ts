/**
 * `paying`: a cashier may be open. `paid`: the platform's own word. `closed`: can no longer be paid.
 * `refunding` / `refunded`: money that arrived for an order that could not take it goes back.
 */
export const PAYMENT_STATES = ['paying', 'paid', 'closed', 'refunding', 'refunded'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];
