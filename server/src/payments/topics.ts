/** Outbox topics of payments; the handlers are in jobs.ts. */
export const CHECK_PAYMENT = 'payment.check';
export const REFUND_PAYMENT = 'payment.refund';
