/** Outbox topics of the after-sale; the handlers are in jobs.ts. */
export const AFTERSALE_DUE = 'aftersale.due';
/** What became of the money that was sent back. */
export const AFTERSALE_REFUNDED = 'aftersale.refunded';
