import type { AftersaleActor, AftersaleKind, AftersaleReason, AftersaleState } from '@jishi/contract/plain/aftersales';
import type { Tone } from './Dot';

export const AFTERSALE_KIND_WORDS: Record<AftersaleKind, string> = { refund: '仅退款', return: '退货退款' };

export const AFTERSALE_STATE_WORDS: Record<AftersaleState, string> = {
  requested: '待答复',
  approved: '已同意，待寄回',
  returning: '退货在路上',
  received: '已收到退货',
  refunding: '退款中',
  done: '已退款',
  rejected: '已拒绝',
  withdrawn: '已撤销',
};

export const AFTERSALE_TONES: Record<AftersaleState, Tone> = {
  requested: 'hot',
  approved: 'info',
  returning: 'info',
  received: 'info',
  refunding: 'warn',
  done: 'ok',
  rejected: 'mute',
  withdrawn: 'mute',
};

export const AFTERSALE_REASON_WORDS: Record<AftersaleReason, string> = {
  changed_mind: '不想要了',
  wrong_items: '拍错、多拍',
  wrong_address: '地址填错',
  slow_shipping: '发货太慢',
  not_received: '没有收到',
  lost: '快递丢了',
  refused_parcel: '拒收',
  defective: '质量问题',
  damaged: '破损',
  wrong_sent: '发错货',
  not_as_described: '与描述不符',
  missing_parts: '少件',
  exchange: '想换一件',
  other: '其他',
};

export const AFTERSALE_ACTOR_WORDS: Record<AftersaleActor, string> = {
  shopper: '买家',
  merchant: '商家',
  clock: '到期自动',
  platform: '支付平台',
};
