/** What a shopper may be told about through the super-app's own messages. */
export const MESSAGE_KINDS = [
  'order_paid',
  'order_shipped',
  'pickup_ready',
  'refund_done',
  'restock',
  'price_drop',
  'points_expiring',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Those that sell: so many a day and person, and no more. */
export const MARKETING_KINDS: readonly MessageKind[] = ['restock', 'price_drop', 'points_expiring'];

/** The super-apps that have messages. */
export const MESSAGE_PLATFORMS = ['weapp', 'alipay', 'tt'] as const;
export type MessagePlatform = (typeof MESSAGE_PLATFORMS)[number];

/** `code`: letters and digits only. `fen` is written as yuan, `time` as Beijing's. */
export type FactType = 'text' | 'code' | 'fen' | 'time';

const order = { orderNo: 'code', title: 'text', shopName: 'text', totalFen: 'fen' } as const;

/** What each kind can say, by our words; a template maps its fields to these. */
export const MESSAGE_FACTS: Readonly<Record<MessageKind, Readonly<Record<string, FactType>>>> = {
  order_paid: { ...order, paidAt: 'time', tip: 'text' },
  order_shipped: { ...order, carrier: 'text', trackingNo: 'code', shippedAt: 'time', tip: 'text' },
  pickup_ready: { ...order, pickupCode: 'code', store: 'text', storeAddress: 'text', tip: 'text' },
  refund_done: { ...order, refundFen: 'fen', refundedAt: 'time', reason: 'text', tip: 'text' },
  restock: { title: 'text', shopName: 'text', priceFen: 'fen', tip: 'text' },
  price_drop: { title: 'text', shopName: 'text', priceFen: 'fen', wasFen: 'fen', tip: 'text' },
  points_expiring: { points: 'text', shopName: 'text', expiresAt: 'time', tip: 'text' },
};

/** The taps at which leave is asked for, and for what; the first ones where a super-app asks about a few only. */
export const MESSAGE_MOMENTS = {
  paid: ['order_shipped', 'refund_done', 'order_paid'],
  paid_pickup: ['pickup_ready', 'refund_done', 'order_paid'],
  aftersale: ['refund_done'],
  restock: ['restock'],
  price_drop: ['price_drop'],
  points_expiring: ['points_expiring'],
} as const satisfies Record<string, readonly MessageKind[]>;
export type MessageMoment = keyof typeof MESSAGE_MOMENTS;

/** Templates that a super-app asks about at once: WeChat 5, Alipay and Douyin 3. */
export const MOST_ASKED: Readonly<Record<MessagePlatform, number>> = { weapp: 5, alipay: 3, tt: 3 };

export const MESSAGE_STATES = [
  'waiting',
  'sending',
  'sent',
  'lost',
  'ungranted',
  'refused',
  'failed',
  'stale',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
