/** Order states as words, and the only moves between them. */
export const ORDER_STATES = ['unpaid', 'paid', 'shipped', 'done', 'closed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_MOVES: Readonly<Record<OrderState, readonly OrderState[]>> = {
  unpaid: ['paid', 'closed'],
  // goods that are picked up are never shipped
  paid: ['shipped', 'done', 'closed'],
  shipped: ['done', 'closed'],
  done: [],
  closed: [],
};

/** Why an order was closed: by the shopper, by the clock, or because its money went back. */
export const CLOSE_REASONS = ['cancelled', 'expired', 'refunded'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Why an order moved: what the timeline tells. `received_by_itself` is the clock's doing. */
export const MOVE_REASONS = [
  'placed',
  'payment',
  'shipment',
  'received',
  'received_by_itself',
  ...CLOSE_REASONS,
] as const;
export type MoveReason = (typeof MOVE_REASONS)[number];

/** What the shopper can say when cancelling. */
export const CANCEL_REASONS = ['changed_mind', 'wrong_items', 'wrong_address', 'too_expensive', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export const FULFILMENTS = ['delivery', 'pickup'] as const;
export type Fulfilment = (typeof FULFILMENTS)[number];

export const BREAKDOWN_KINDS = ['goods', 'discount', 'shipping'] as const;

/** More points than anybody has: whoever asks for so many spends as many as can be spent. */
export const ALL_POINTS = 1_000_000_000;

export function canMove(from: OrderState, to: OrderState): boolean {
  return ORDER_MOVES[from].includes(to);
}
