/**
 * Why an order is whose it is: `touch`, the last code before it; `belongs`, the customer's guide; `own`, the buyer is that
 * employee themself; `none`, neither code nor guide.
 */
export const ORDER_REASONS = ['touch', 'belongs', 'own', 'none'] as const;
export type OrderReason = (typeof ORDER_REASONS)[number];

/** By what the staff's results are told apart. */
export const RESULT_KEYS = ['staff', 'store', 'product', 'code', 'day'] as const;
export type ResultKey = (typeof RESULT_KEYS)[number];
