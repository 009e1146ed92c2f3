import type { MiniProgram } from './engine/miniProgram';

/** What shoppers do in every package. */

/** From a product's page to the submitting tap of its order. */
export async function buyNow(mini: MiniProgram): Promise<void> {
  await mini.waitText('立即购买');
  await mini.settle();
  await mini.tap('立即购买');
  await mini.tap('柿红');
  await mini.tap('180ml');
  await mini.waitText('已选 柿红 / 180ml');
  // the sheet's own button comes before the page's
  await mini.tap('立即购买', { nth: 0 });
  await mini.waitPage('orders/checkout/index');
  await mini.tap('选择收货地址');
  await mini.waitText('应付');
  await mini.settle();
}

/** The number that the super-app vouches for, in two taps, from any tab. */
export async function verifyPhone(mini: MiniProgram): Promise<void> {
  await mini.tapTab('我的');
  await mini.waitPage('pages/me/index');
  await mini.waitText('去验证');
  await mini.settle();
  await mini.tap('手机号');
  await mini.waitPage('account/phone/index');
  await mini.waitText('一键验证');
  await mini.settle();
  await mini.tap('我看过并同意');
  await mini.tap('一键验证');
  await mini.waitText('138****5678');
  await mini.settle();
  await mini.back();
}

/** From a paid order's page: the money is asked back. */
export async function askBack(mini: MiniProgram): Promise<void> {
  await mini.tap('申请退款');
  await mini.waitPage('orders/aftersaleApply/index');
  await mini.waitText('请选择');
  await mini.settle();
  await mini.tap('请选择');
  await mini.tap('不想要了');
  await mini.tap('提交申请');
  await mini.waitPage('orders/aftersale/index');
  await mini.waitText('等店家答复');
}
