/** Outbox topics of payments; the handlers are in jobs.ts. */
export const CHECK_PAYMENT = 'payment.check';
export const SEND_REFUND = 'refund.send';
export const PREPARE_BILLS = 'bill.prepare';
export const COMPARE_BILL = 'bill.compare';
/** A platform's late word about a text or a picture, for the feature that asked; payload: ModerationVerdict. */
export const MODERATION_VERDICT = 'moderation.verdict';
