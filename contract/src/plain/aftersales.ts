import type { OrderState } from './orders';

/** `refund`: money back, the goods stay or never arrived. `return`: the goods go back first. */
export const AFTERSALE_KINDS = ['refund', 'return'] as const;
export type AftersaleKind = (typeof AFTERSALE_KINDS)[number];

export const AFTERSALE_STATES = [
  'requested',
  'approved',
  'returning',
  'received',
  'refunding',
  'done',
  'rejected',
  'withdrawn',
] as const;
export type AftersaleState = (typeof AFTERSALE_STATES)[number];

/** A refund has nothing to send back, and a return may be brought in person instead of sent. */
export const AFTERSALE_MOVES: Readonly<Record<AftersaleState, readonly AftersaleState[]>> = {
  requested: ['approved', 'rejected', 'withdrawn'],
  approved: ['returning', 'received', 'refunding', 'withdrawn'],
  // what came back may not be what was sold
  returning: ['received', 'rejected'],
  received: ['refunding'],
  refunding: ['done'],
  done: [],
  rejected: [],
  withdrawn: [],
};

/** Its units can be asked back once more. */
export const AFTERSALE_DROPPED: readonly AftersaleState[] = ['rejected', 'withdrawn'];
/** Somebody still has to do something. */
export const AFTERSALE_OPEN: readonly AftersaleState[] = [
  'requested',
  'approved',
  'returning',
  'received',
  'refunding',
];

export const AFTERSALE_ACTORS = ['shopper', 'merchant', 'clock', 'platform'] as const;
export type AftersaleActor = (typeof AFTERSALE_ACTORS)[number];

export const AFTERSALE_REASONS = [
  'changed_mind',
  'wrong_items',
  'wrong_address',
  'slow_shipping',
  'not_received',
  'lost',
  'refused_parcel',
  'defective',
  'damaged',
  'wrong_sent',
  'not_as_described',
  'missing_parts',
  'exchange',
  'other',
] as const;
export type AftersaleReason = (typeof AFTERSALE_REASONS)[number];

/** The orders that can be asked back, and how; of one that was picked up or received the goods must come back. */
export const AFTERSALE_WAYS: Readonly<Partial<Record<OrderState, readonly AftersaleKind[]>>> = {
  paid: ['refund'],
  shipped: ['refund', 'return'],
  done: ['return'],
};

const BEFORE_SHIPPING: readonly AftersaleReason[] = [
  'changed_mind',
  'wrong_items',
  'wrong_address',
  'slow_shipping',
  'other',
];
const NOT_RECEIVED: readonly AftersaleReason[] = ['not_received', 'lost', 'refused_parcel'];
const RETURNED: readonly AftersaleReason[] = [
  'changed_mind',
  'defective',
  'damaged',
  'wrong_sent',
  'not_as_described',
  'missing_parts',
  'exchange',
  'other',
];

/** What may be said for a way back from an order that stands so; empty where there is no such way. */
export function aftersaleReasons(kind: AftersaleKind, orderState: OrderState): readonly AftersaleReason[] {
  if (!AFTERSALE_WAYS[orderState]?.includes(kind)) return [];
  if (kind === 'return') return RETURNED;
  return orderState === 'paid' ? BEFORE_SHIPPING : NOT_RECEIVED;
}

export function canMoveAftersale(from: AftersaleState, to: AftersaleState): boolean {
  return AFTERSALE_MOVES[from].includes(to);
}

/** Days after an order is done in which it can be asked back. */
export const AFTERSALE_DAYS = 7;
/** An unanswered request for goods that are still in the shop is approved by itself after so many hours. */
export const ANSWER_HOURS = 48;
/** Any other is overdue after so many days, and waits on. */
export const ANSWER_DAYS = 5;
/** An approved return that is not sent is withdrawn by itself after so many days. */
export const RETURN_DAYS = 7;
/** A return under way counts as received after so many days. */
export const RECEIVE_DAYS = 10;

export const MAX_DESCRIPTION_LENGTH = 200;
export const MAX_EVIDENCE = 6;
