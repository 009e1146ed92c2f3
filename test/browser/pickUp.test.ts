import { merchantOf, type Goods, type Merchant } from '../support/merchant';
import { smallShop, type SmallShop } from '../support/smallShop';
import type { Ask } from '../support/caller';
import { withBrowser } from './h5';
import { buy, shopperOf, submitAndPay } from './shopper';

const DAY_MS = 86_400_000;
/** Noon in Beijing is four in the morning in London. */
const NOON_MS = 4 * 3_600_000;

let shop: SmallShop;
let merchant: Merchant;
let cake: Goods;
let counters: { open: Ask; closed: Ask };
beforeAll(async () => {
  shop = await smallShop();
  const sinceMidnight = Date.now() % DAY_MS;
  shop.advance((NOON_MS - sinceMidnight + DAY_MS) % DAY_MS);
  merchant = await merchantOf(shop);
  const place = { lat: 30.2741, lng: 120.1551, opensAt: '09:00', closesAt: '21:00' };
  const open = await merchant.openStore({ ...place, name: '武林店' });
  const early = { lat: 30.2084, lng: 120.212, opensAt: '05:00', closesAt: '10:00' };
  const closed = await merchant.openStore({ ...early, name: '滨江早市店' });
  counters = { open: await merchant.hire(open.id), closed: await merchant.hire(closed.id) };
  cake = await merchant.shelve({ title: '定胜糕', priceFen: 5800, stock: 5, weightGrams: 400 });
}, 120_000);
afterAll(() => shop.close());

withBrowser('pick-up on the H5 page', (open) => {
  test('the nearest store first and whether it is open; the code is said at its counter, and the order is done', async () => {
    const shopper = await shopperOf(open, shop);
    const { page, context, reads, readsNoMore, tap, type, at, seen } = shopper;
    await buy(shopper, cake);
    await tap('到店自提');
    await reads('武林店', '营业中', '到店自提，不收运费', '免运费', '¥58.00');

    await tap('换一家');
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 30.21, longitude: 120.2 });
    await tap('按距离排序');
    // before anything private is read the shop asks for itself, once
    await tap('同意');
    await readsNoMore('按距离排序');
    const sheet = page.getByRole('dialog', { name: '到哪家店取？' });
    const rows = await sheet.getByText(/ · 距你 /).allInnerTexts();
    expect(rows).toEqual([
      '每天 05:00–10:00 · 距你 1.2 公里 · 浙江省杭州市西湖区 滨江早市店门口',
      '每天 09:00–21:00 · 距你 8.3 公里 · 浙江省杭州市西湖区 武林店门口',
    ]);
    await sheet.getByText('休息中').waitFor();
    await sheet.getByText('武林店', { exact: true }).tap();
    await readsNoMore('到哪家店取？');
    await reads('武林店', '营业中');

    await tap('提交订单');
    await reads('请写上取货人的名字');
    await type('谁来取货', '林小满');
    await tap('提交订单');
    await reads('请填手机号，取货时要核对');
    await type('到店时核对', '13800006620');
    const orderId = await submitAndPay(shopper, '货在店里等你，取货码在订单里');
    await reads('等你来取', '到店报取货码就能取走', '每天 09:00–21:00 · 0571-88886666');
    const said = await at(/^取货码 \d{8}$/).getAttribute('aria-label');
    const code = said!.slice(-8);
    await reads(`${code.slice(0, 4)} ${code.slice(4)}`);
    expect(await rowOf(orderId)).toEqual({ state: 'paid', how: 'pickup', code, shipping: 0, total: 5800 });

    await expect(counters.closed('POST', '/admin/pickups/verify', { code })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await counters.open('POST', '/admin/pickups/lookup', { code })).toMatchObject({
      orderId,
      state: 'paid',
      storeName: '武林店',
      maskedPhone: '138****6620',
    });
    expect(await counters.open('POST', '/admin/pickups/verify', { code })).toMatchObject({ state: 'done' });
    await expect(counters.open('POST', '/admin/pickups/verify', { code })).rejects.toMatchObject({
      code: 'order_state',
    });

    await page.reload();
    await reads('已取走', '谢谢惠顾，下次再来', '再来一单');
    await reads('已收到', '已付款', '已下单');
    expect(await seen('取货码').count()).toBe(0);
    expect((await rowOf(orderId)).state).toBe('done');
    expect(await shop.rows(`select on_hand, reserved from stock where sku_id = ${cake.skuId}`)).toEqual([
      { on_hand: 4, reserved: 0 },
    ]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);
});

async function rowOf(orderId: string) {
  const [row] = await shop.rows<{ state: string; how: string; code: string; shipping: number; total: number }>(
    `select state, fulfilment as how, pickup_code as code, shipping_fen::int as shipping, total_fen::int as total
      from orders where order_id = ${orderId}`,
  );
  return row!;
}
