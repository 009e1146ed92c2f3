import { platform } from '@/platform';
import { ApiError, type ClientErrorCode } from './apiError';

/** One sentence for each code: what happened, and what to do where something can be done. */
export const SENTENCES: Record<ClientErrorCode, string> = {
  offline: '网络断开了，连上之后再试试',
  timeout: '网络有点慢，请再试一次',
  bad_answer: '网络好像被拦住了，换个网络再试试',
  invalid_request: '填写的内容有误，请检查后再试',
  session_required: '登录已过期，请再试一次',
  forbidden: '这里不对外开放',
  not_found: '没有找到，可能已经收摊了',
  address_not_found: '这个收货地址已经不在了，请重新选一个',
  idempotency_key_required: '没有提交成功，请再试一次',
  idempotency_conflict: '订单内容变了，请重新提交',
  cart_full: '购物袋装满了，先结算或清理一些吧',
  sold_out: '来晚一步，这件刚刚卖完',
  off_shelf: '这件商品收摊了',
  not_served: '这个地址暂时送不到，换一个试试',
  price_changed: '价格刚刚有变动，请核对后再提交',
  order_state: '订单状态变了，刷新看看',
  conflict: '内容刚刚变了，刷新看看',
  payment_closed: '这笔付款已经关闭，不能再付',
  too_large: '内容太多了，删减一些再试',
  unsupported_media_type: '版本有点旧了，请更新后再试',
  picture_invalid: '这张图片用不了，换一张试试',
  picture_too_large: '图片太大了，换一张小一些的',
  signature_invalid: '没有验证通过，请再试一次',
  login_failed: '登录没有成功，请再试一次',
  rate_limited: '点得太快了，歇一会儿再试',
  import_invalid: '文件内容有误，请检查后再试',
  platform_unavailable: '平台正忙，稍等片刻再试',
  starting: '小店正在开门，稍等片刻再来',
  internal: '小店出了点状况，稍后再试试',
};

/** The sentence for anything that was thrown. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return SENTENCES.internal;
  // a proxy's page in front of our server is our trouble, not the shopper's network
  return SENTENCES[error.code === 'bad_answer' && error.status >= 500 ? 'internal' : error.code];
}

export function showError(error: unknown): void {
  platform.toast(errorText(error));
}
