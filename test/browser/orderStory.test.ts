import { merchantOf, type Goods, type Merchant } from '../support/merchant';
import { smallShop, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';
import { buy, HOME, orderOnPage, placed, shopperOf, submitAndPay } from './shopper';

let shop: SmallShop;
let merchant: Merchant;
let pen: Goods;
beforeAll(async () => {
  shop = await smallShop();
  merchant = await merchantOf(shop);
  pen = await merchant.shelve({ title: '狼毫笔', priceFen: 4200, stock: 9 });
}, 120_000);
afterAll(() => shop.close());

const invoiceOf = async (orderId: string) =>
  (await shop.rows<{ invoice: unknown }>(`select invoice from orders where order_id = ${orderId}`))[0]!.invoice;
const stockOf = async ({ skuId }: Goods) =>
  (await shop.rows<object>(`select on_hand, reserved from stock where sku_id = ${skuId}`))[0]!;
const closing = async (orderId: string) =>
  (
    await shop.rows<object>(
      `select state, close_reason as why, cancel_reason as said,
        (select count(*)::int from payments p where p.order_id = o.order_id and p.state <> 'closed') as open
      from orders o where order_id = ${orderId}`,
    )
  )[0]!;

withBrowser('orders on the H5 page', (open) => {
  test('an invoice for a company needs its tax number, and stands on the order', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, tap, type, ask } = shopper;
    await ask('POST', '/api/addresses', HOME);
    await buy(shopper, pen);
    await tap('不开发票');
    await tap('企业');
    await type('企业名称', '集市科技');
    await type('税号', '9133');
    await type('接收发票的邮箱', 'fa@jishi.example');
    await tap('要这张发票');
    await reads('税号是 15 到 20 位数字或字母');
    await type('税号', '91330106ma2abcde0k');
    await tap('要这张发票');
    await reads('企业 · 集市科技');
    const orderId = await submitAndPay(shopper);
    await reads('企业 · 集市科技（发到 fa@jishi.example）');
    expect(await invoiceOf(orderId)).toEqual({
      type: 'company',
      title: '集市科技',
      taxNumber: '91330106MA2ABCDE0K',
      email: 'fa@jishi.example',
    });
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('an invoice for oneself needs no tax number, and the wish for one can be taken back', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, readsNoMore, tap, tapLast, type, ask } = shopper;
    await ask('POST', '/api/addresses', HOME);
    await buy(shopper, pen);
    await tap('不开发票');
    await tap('要这张发票');
    await reads('请填姓名');
    await type('姓名', '林小满');
    await type('接收发票的邮箱', 'lin@example.com');
    await tap('要这张发票');
    await tap('个人 · 林小满');
    await tapLast('不开发票');
    await readsNoMore('个人 · 林小满');
    await tap('不开发票');
    await tap('要这张发票');
    await reads('个人 · 林小满');
    const orderId = await submitAndPay(shopper);
    await reads('个人 · 林小满（发到 lin@example.com）');
    expect(await invoiceOf(orderId)).toMatchObject({ type: 'personal', title: '林小满', taxNumber: null });
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('an unpaid order counts down, is cancelled for a reason, and gives its units back', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, readsNoMore, tap, answer, at, ask } = shopper;
    const ink = await merchant.shelve({ title: '徽墨', priceFen: 8800, stock: 1 });
    await ask('POST', '/api/addresses', HOME);
    await buy(shopper, ink);
    await tap('提交订单');
    await answer('取消');
    await reads('还没付款，货先为你留着', '等待付款', /^(30:00|29:\d\d)$/);
    const orderId = orderOnPage(shopper);
    expect(await stockOf(ink)).toEqual({ on_hand: 1, reserved: 1 });

    await tap('取消订单');
    await reads('为什么取消这一单？');
    await at('关闭').last().tap();
    await readsNoMore('为什么取消这一单？');
    expect(await closing(orderId)).toMatchObject({ state: 'unpaid' });

    await tap('取消订单');
    await tap('地址或联系人填错了');
    await reads('订单已取消', '订单已关闭', '这一单已经取消', '已取消');
    expect(await closing(orderId)).toEqual({ state: 'closed', why: 'cancelled', said: 'wrong_address', open: 0 });
    expect(await stockOf(ink)).toEqual({ on_hand: 1, reserved: 0 });
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('bought again: what is left goes into the cart and what is gone is named; a finished order is deleted', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, tap, tapLast, answer, at, enter, ask } = shopper;
    const calendar = await merchant.shelve({ title: '限定挂历', priceFen: 3600 });
    const orderId = await placed(shopper, [pen, calendar], true);
    await merchant.ship(orderId, 'SF1008600002');
    await ask('POST', `/api/orders/${orderId}/confirm`, {});
    await merchant.takeOff(calendar);
    const openOrder = async () => {
      await tapLast('我的');
      await tap('已完成');
      await at(`订单 ${orderId}`).tap();
      await reads('已送到');
    };

    await enter();
    await openOrder();
    await tap('再来一单');
    await reads('「限定挂历」买不到了，其余在购物袋里', '结算 (1)');
    expect(
      await shop.rows(`select sku_id::text as "skuId", quantity from cart_items where user_id = ${shopper.userId}`),
    ).toEqual([{ skuId: pen.skuId, quantity: 1 }]);

    await openOrder();
    await tap('删除订单');
    await answer('留着');
    await tap('删除订单');
    await answer('删除');
    await reads('没有已完成的订单');
    await expect(ask('GET', `/api/orders/${orderId}`)).rejects.toMatchObject({ code: 'not_found' });
    // the shop's books keep it
    expect(
      await shop.rows(`select state, hidden_at is null as "isShown" from orders where order_id = ${orderId}`),
    ).toEqual([{ state: 'done', isShown: false }]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('an order that nobody pays closes before the eyes of the shopper when its time is over', async () => {
    const shopper = await shopperOf(open, shop);
    const { page, reads, enter } = shopper;
    const paper = await merchant.shelve({ title: '洒金宣', priceFen: 6600, stock: 3 });
    const orderId = await placed(shopper, [paper], false);
    await page.clock.install();
    await enter(`orders/detail/index?id=${orderId}`);
    await reads('等待付款', /^(30:00|29:\d\d)$/, '已下单');
    expect(await stockOf(paper)).toEqual({ on_hand: 3, reserved: 1 });
    shop.advance(31 * 60_000);
    await shop.runJobs();
    await page.clock.fastForward(31 * 60_000);
    await reads('订单已关闭', '没有按时付款，已自动关闭', '没有按时付款，已关闭');
    expect(await closing(orderId)).toEqual({ state: 'closed', why: 'expired', said: null, open: 0 });
    expect(await stockOf(paper)).toEqual({ on_hand: 3, reserved: 0 });
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);
});
