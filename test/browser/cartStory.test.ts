import { merchantOf, type Goods, type Merchant } from '../support/merchant';
import { smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';
import { buy, HOME, shopperOf, submitAndPay, type Shopper } from './shopper';

let shop: SmallShop;
let merchant: Merchant;
beforeAll(async () => {
  shop = await smallShop();
  merchant = await merchantOf(shop);
}, 120_000);
afterAll(() => shop.close());

const put = ({ ask }: Shopper, { skuId }: Pick<Goods, 'skuId'>, quantity: number) =>
  ask('POST', '/api/cart/items', { skuId, quantity });
const inCart = ({ userId }: Shopper) =>
  shop.rows(`select sku_id::text as "skuId", quantity from cart_items where user_id = ${userId}`);
const ordersOf = ({ userId }: Shopper) =>
  shop.rows(
    `select o.state, o.total_fen::int as total, p.state as payment, p.amount_fen::int as paid,
      (select string_agg(l.title || '×' || l.quantity, '，' order by l.title) from order_lines l
        where l.order_id = o.order_id) as lines
    from orders o left join payments p on p.order_id = o.order_id where o.user_id = ${userId}`,
  );
const openCart = async ({ enter, tapLast, reads }: Shopper) => {
  await enter();
  await tapLast('购物袋');
  await reads('编辑');
};

withBrowser('the cart on the H5 page', (open) => {
  test('what cannot be bought says why and goes in one tap; the rest is bought at the price of now', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, readsNoMore, tap, answer, ask } = shopper;
    const gone = await merchant.shelve({ title: '收摊的风铃', priceFen: 4500 });
    const sold = await merchant.shelve({ title: '卖光的团扇', priceFen: 3900 });
    const few = await merchant.shelve({ title: '不多的茶罐', priceFen: 2000 });
    const dear = await merchant.shelve({ title: '涨价的香插', priceFen: 3000 });
    await ask('POST', '/api/addresses', HOME);
    await put(shopper, gone, 1);
    await put(shopper, sold, 1);
    await put(shopper, few, 4);
    await put(shopper, dear, 1);
    await merchant.takeOff(gone);
    await merchant.setStock(sold, 0);
    await merchant.setStock(few, 2);
    await merchant.setPrice(dear, 3600);

    await openCart(shopper);
    await reads('买不了的 3', '这件商品收摊了', '卖完了', '要 4 件，只剩 2 件了', '¥36', '结算 (1)');
    await tap('改为 2 件');
    await reads('买不了的 2', '仅剩 2 件', '结算 (3)');
    await tap('清空');
    await answer('移除');
    // the page is ahead of the server; what it holds in the end is read below
    await readsNoMore(/买不了的/);
    await tap('结算 (3)');
    await submitAndPay(shopper);
    expect(await ordersOf(shopper)).toEqual([
      { state: 'paid', total: 8400, payment: 'paid', paid: 8400, lines: '不多的茶罐×2，涨价的香插×1' },
    ]);
    expect(await inCart(shopper)).toEqual([]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('a stepper at its end says how many there are', async () => {
    const shopper = await shopperOf(open, shop);
    await put(shopper, await merchant.shelve({ title: '最后两只碗', priceFen: 900, stock: 2 }), 2);
    await put(shopper, await merchant.shelve({ title: '堆成山的筷子', priceFen: 100, stock: 500 }), 99);
    await openCart(shopper);
    // what came last stands first; the finger does not know that the key is off
    await shopper.at('加一件').nth(0).tap({ force: true });
    await shopper.reads('一次最多买 99 件');
    await shopper.at('加一件').nth(1).tap({ force: true });
    await shopper.reads('只剩 2 件了');
    expect(await inCart(shopper)).toHaveLength(2);
  }, 120_000);

  test('a sold-out SKU is changed for another one in its place', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, readsNoMore, tap, ask } = shopper;
    const { items } = await ask('GET', '/api/products');
    const teapot = items.find((item: { title: string }) => item.title === TEAPOT);
    const { skus } = await ask('GET', `/api/products/${teapot.id}`);
    const skuOf = (...values: string[]) =>
      skus.find((sku: { optionValues: string[] }) => sku.optionValues.join() === values.join()).id as string;
    await put(shopper, { skuId: skuOf('柿红', '180ml') }, 2);
    await merchant.setStock({ skuId: skuOf('柿红', '180ml') }, 0);
    await shopper.enter();
    await shopper.tapLast('购物袋');
    await reads('柿红 / 180ml 卖完了');
    await tap('换一款');
    await tap('杏白');
    await tap('换成这一款');
    await reads('杏白 / 180ml', '结算 (2)');
    await readsNoMore('柿红 / 180ml 卖完了');
    expect(await inCart(shopper)).toEqual([{ skuId: skuOf('杏白', '180ml'), quantity: 2 }]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('a price that changes during the checkout is told, and nothing is charged before another yes', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, tap, ask } = shopper;
    const lamp = await merchant.shelve({ title: '竹编灯', priceFen: 2000 });
    await ask('POST', '/api/addresses', HOME);
    await buy(shopper, lamp);
    await reads('¥28.00');
    await merchant.setPrice(lamp, 2500);
    await tap('提交订单');
    await reads('价格有变，请核对：原来 ¥28.00，现在 ¥33.00', '¥33.00');
    expect(await ordersOf(shopper)).toEqual([]);
    await submitAndPay(shopper);
    expect(await ordersOf(shopper)).toEqual([
      { state: 'paid', total: 3300, payment: 'paid', paid: 3300, lines: '竹编灯×1' },
    ]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('what is taken off the shelf during the checkout is named, and the rest is bought without it', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, readsNoMore, tap, ask } = shopper;
    const [kept, gone] = [
      await merchant.shelve({ title: '留下的茶巾', priceFen: 1500 }),
      await merchant.shelve({ title: '下架的茶盘', priceFen: 6000 }),
    ];
    await ask('POST', '/api/addresses', HOME);
    await put(shopper, kept, 1);
    await put(shopper, gone, 1);
    await openCart(shopper);
    await tap('结算 (2)');
    await reads('¥83.00');
    await merchant.takeOff(gone);
    await tap('提交订单');
    await reads('去掉缺货的，继续', '这件商品收摊了');
    await tap('去掉缺货的，继续');
    await readsNoMore('下架的茶盘');
    await reads('¥23.00');
    await submitAndPay(shopper);
    expect(await ordersOf(shopper)).toEqual([
      { state: 'paid', total: 2300, payment: 'paid', paid: 2300, lines: '留下的茶巾×1' },
    ]);
    expect(await inCart(shopper)).toEqual([{ skuId: gone.skuId, quantity: 1 }]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);
});
