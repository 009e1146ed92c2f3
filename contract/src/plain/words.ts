import type { OrderState } from './orders';
import type { Platform } from './platforms';
import type { Role } from './roles';

/** What merchants read; shoppers are told what it means for them. */
export const PLATFORM_WORDS: Readonly<Record<Platform, string>> = {
  weapp: '微信',
  alipay: '支付宝',
  tt: '抖音',
  h5: '网页',
};

export const ORDER_WORDS: Readonly<Record<OrderState, string>> = {
  unpaid: '待付款',
  paid: '待发货',
  shipped: '待收货',
  done: '已完成',
  closed: '已关闭',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  owner: '店主',
  marketer: '市场',
  operator: '运营',
  store_manager: '店长',
  staff: '店员',
};
