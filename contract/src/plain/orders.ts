/** Order states as words, and the only moves between them. */
export const ORDER_STATES = ['unpaid', 'paid', 'shipped', 'done', 'closed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_MOVES: Readonly<Record<OrderState, readonly OrderState[]>> = {
  unpaid: ['paid', 'closed'],
  paid: ['shipped', 'closed'],
  shipped: ['done', 'closed'],
  done: [],
  closed: [],
};

/** Why an order was closed: by the shopper, by the clock, or because its money went back. */
export const CLOSE_REASONS = ['cancelled', 'expired', 'refunded'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export function canMove(from: OrderState, to: OrderState): boolean {
  return ORDER_MOVES[from].includes(to);
}
