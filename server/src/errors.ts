import { ERROR_STATUS, type ErrorCode } from '@jishi/contract/plain/errors';

/**
 * The one error that services throw. The handler in app.ts turns it into
 * `{ error: { code, message, details, requestId } }` with the code's status; anything else becomes `internal`.
 */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    /** For the client's program, never secret. */
    readonly details?: unknown,
    message: string = MESSAGES[code],
  ) {
    super(message);
    this.name = 'AppError';
    this.status = ERROR_STATUS[code];
  }
}

const MESSAGES: Record<ErrorCode, string> = {
  invalid_request: '请求的内容不对',
  session_required: '请先登录',
  forbidden: '没有权限',
  not_found: '没有找到',
  address_not_found: '收货地址不存在',
  idempotency_key_required: '缺少 Idempotency-Key',
  idempotency_conflict: '同一个 Idempotency-Key 已用于另一个请求',
  cart_full: '购物袋装满了',
  sold_out: '库存不足',
  off_shelf: '商品已下架',
  not_served: '这个地区暂不配送',
  price_changed: '价格有变化',
  coupon_gone: '优惠券现在领不到',
  coupon_limit: '优惠券已领过',
  coupon_refused: '不符合领券的条件',
  coupon_unusable: '优惠券不能用于这一单',
  order_state: '订单当前的状态不允许这样做',
  conflict: '与现有的内容冲突',
  not_enough: '积分或余额不够',
  payment_closed: '这笔付款已关闭',
  tt_one_item: '抖音小店一次只能买一种规格',
  tt_not_mapped: '这个规格还没有对应到抖音小店的商品',
  aftersale_state: '售后当前的状态不允许这样做',
  aftersale_over: '已经过了申请售后的时间',
  aftersale_units: '能退的没有这么多件',
  aftersale_open: '这一单有退款申请还没有答复',
  refund_too_high: '超过了能退的金额',
  return_address_missing: '还没有填退货地址',
  too_large: '请求太大',
  unsupported_media_type: '不支持这种内容类型',
  picture_invalid: '不是能用的图片',
  picture_too_large: '图片太大',
  signature_invalid: '签名不对',
  login_failed: '登录失败',
  phone_refused: '没有取得手机号',
  phone_required: '要先验证手机号',
  till_code_refused: '会员码用不了',
  sms_code_wrong: '验证码不对或已失效',
  unsupported: '这个平台没有这项能力',
  rate_limited: '请求太频繁，请稍后再试',
  draft_changed: '别人刚刚保存过这个页面',
  layout_invalid: '页面没有通过发布检查',
  import_invalid: '导入的文件有错误',
  platform_unavailable: '平台暂时没有响应',
  busy: '现在要的人多，请稍后再试',
  starting: '店铺正在准备，请稍后再试',
  internal: '服务出错了',
};
