/**
 * `paying`: a cashier may be open. `paid`: the platform's own word. `closed`: can no longer be paid.
 * `refunding` / `refunded`: all of it goes back, or has gone back. One that went back in part is still `paid`.
 */
export const PAYMENT_STATES = ['paying', 'paid', 'closed', 'refunding', 'refunded'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/**
 * `requested`: the platform has not accepted it yet. `processing`: accepted, the money is on its way.
 * `failed`: tried several times, now waits for a person.
 */
export const REFUND_STATES = ['requested', 'processing', 'succeeded', 'failed'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** What became of a platform's callback: only an `applied` one changed something. */
export const NOTICE_OUTCOMES = ['applied', 'repeated', 'ignored', 'refused'] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

/** `missing`: the platform never made one. `unsupported`: it makes none at all. */
export const BILL_STATES = ['waiting', 'compared', 'missing', 'unsupported'] as const;
export type BillState = (typeof BILL_STATES)[number];

/** Where the platform's bill and our books differ: a line that we lack, one that they lack, another amount. */
export const BILL_DIFFERENCES = ['missing_here', 'missing_there', 'amount'] as const;
export type BillDifferenceKind = (typeof BILL_DIFFERENCES)[number];
