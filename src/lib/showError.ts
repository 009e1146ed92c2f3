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
  coupon_gone: '来晚一步，这张券现在领不到',
  coupon_limit: '这张券你已经领过了',
  coupon_refused: '这张券有人群限制，换一张试试',
  coupon_unusable: '优惠券用不了了，请核对后再提交',
  order_state: '订单状态变了，刷新看看',
  conflict: '内容刚刚变了，刷新看看',
  not_enough: '积分或余额不够了，刷新看看',
  payment_closed: '这笔付款已经关闭，不能再付',
  tt_one_item: '抖音里一单只能买一种商品，请分开下单',
  tt_not_mapped: '这件商品在抖音里还买不了，看看别的吧',
  aftersale_state: '进度刚刚变了，刷新看看',
  aftersale_over: '过了申请的时间，有问题请联系客服',
  aftersale_units: '能退的件数变了，请重新选择',
  aftersale_open: '这一单有退款申请，等店家答复后再试',
  refund_too_high: '能退的金额变了，请核对后再提交',
  return_address_missing: '店家还没有填退货地址，请联系客服',
  too_large: '内容太多了，删减一些再试',
  unsupported_media_type: '版本有点旧了，请更新后再试',
  picture_invalid: '这张图片用不了，换一张试试',
  picture_too_large: '图片太大了，换一张小一些的',
  signature_invalid: '没有验证通过，请再试一次',
  login_failed: '登录没有成功，请再试一次',
  phone_refused: '没有取得手机号，请换一种方式',
  phone_required: '先验证一下手机号吧',
  till_code_refused: '会员码用不了，请顾客刷新再试',
  sms_code_wrong: '验证码不对或已失效，请核对或重新获取',
  unsupported: '这里用不了这项功能',
  rate_limited: '点得太快了，歇一会儿再试',
  draft_changed: '别人刚刚改过这一页，刷新看看',
  layout_invalid: '页面还有问题，改好再发布',
  import_invalid: '文件内容有误，请检查后再试',
  platform_unavailable: '平台正忙，稍等片刻再试',
  busy: '现在要的人有点多，稍等片刻再试',
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
