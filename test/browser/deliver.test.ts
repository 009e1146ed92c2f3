import { merchantOf, type Goods, type Merchant } from '../support/merchant';
import { smallShop, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';
import { buy, HOME, shopperOf, submitAndPay } from './shopper';

let shop: SmallShop;
let merchant: Merchant;
let rice: Goods;
let tea: Goods;
beforeAll(async () => {
  shop = await smallShop();
  merchant = await merchantOf(shop);
  await merchant.addRule({ name: '全国', regions: [], firstFen: 600, additionalFen: 100, freeFromFen: 9900 });
  await merchant.addRule({
    name: '新疆',
    regions: ['新疆维吾尔自治区'],
    firstFen: 1800,
    additionalFen: 1200,
    freeFromFen: null,
  });
  await merchant.addRule({
    name: '海岛',
    regions: ['浙江省/舟山市'],
    isServed: false,
    reason: '海岛暂时到不了',
    firstFen: 0,
    additionalFen: 0,
    freeFromFen: null,
  });
  rice = await merchant.shelve({ title: '五常大米', priceFen: 2990, weightGrams: 2500 });
  tea = await merchant.shelve({ title: '明前春茶', priceFen: 3300, weightGrams: 100 });
}, 120_000);
afterAll(() => shop.close());

withBrowser('delivery on the H5 page', (open) => {
  test('the region and the weight decide what delivery costs; the parcel is sent, followed and received', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, readsNoMore, tap, tapLast, type, at, seen, enter, answer } = shopper;
    await buy(shopper, rice, 2);

    // typed, the region from the lists
    await tap('填写地址');
    await tap('新增地址');
    await type('收货人', HOME.name);
    await type('手机号', HOME.phone);
    await at('选择省市区').tap();
    for (const region of ['浙江省', '杭州市', '西湖区']) await tap(region);
    await reads('浙江省杭州市西湖区');
    await type('街道', HOME.detail);
    await tap('保存并使用');
    await reads('全国运费：共 5 kg，首重 1 kg ¥6，续重 4 × ¥1', '¥10.00', '¥69.80');

    // pasted, from far away
    await at('更换收货地址').tap();
    await tap('新增地址');
    await type('粘贴地址', '古丽，13900001111，新疆维吾尔自治区乌鲁木齐市天山区解放南路 12 号');
    await tap('识别');
    await reads('新疆维吾尔自治区乌鲁木齐市天山区');
    await tap('保存并使用');
    await reads('新疆运费：共 5 kg，首重 1 kg ¥18，续重 4 × ¥12', '¥66.00', '¥125.80');

    // where nothing goes
    await at('更换收货地址').tap();
    await tap('新增地址');
    await type('粘贴地址', '浙江省舟山市普陀区东极岛 8 号，李海，13900002222');
    await tap('识别');
    await reads('浙江省舟山市普陀区');
    await tap('保存并使用');
    await reads('海岛暂时到不了', '换个地址', '换个地址试试');
    expect(await seen('这里送不到').first().getAttribute('aria-disabled')).toBe('true');
    expect(await shopper.words()).not.toMatch(/免运费|应付|提交订单|到店自提/);

    await at('更换收货地址').tap();
    await tap('浙江省杭州市西湖区');
    await readsNoMore('海岛暂时到不了');
    await reads('¥69.80');
    await type('写给店家的话', '放门口就好');
    const orderId = await submitAndPay(shopper);
    await reads('正在打包', '放门口就好');
    expect(await rowOf(orderId)).toEqual({ state: 'paid', shipping: 1000, total: 6980, city: '杭州市', paid: 6980 });

    await merchant.ship(orderId, 'SF1008600001');
    await merchant.follow('SF1008600001', '【杭州市】快件到达杭州转运中心');
    await enter();
    await tapLast('我的');
    await tap('待收货');
    await at(`订单 ${orderId}`).tap();
    await reads('在路上了', '顺丰速运', 'SF1008600001', '【杭州市】快件到达杭州转运中心');

    await tap('确认收货');
    await answer('已收到');
    await reads('已送到', '已收到');
    expect(await shopper.words()).toMatch(/快件到达杭州转运中心[^]*已收到[^]*已发货[^]*已付款[^]*已下单/);
    expect(await movesOf(orderId)).toEqual(['placed', 'payment', 'shipment', 'received']);
    expect((await rowOf(orderId)).state).toBe('done');
    expect(await stockOf(rice)).toEqual([{ on_hand: 18, reserved: 0 }]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test('the cart says how much is missing for free delivery, and the checkout why it is free', async () => {
    const shopper = await shopperOf(open, shop);
    const { reads, readsNoMore, tap, tapLast, at, ask, seen, enter } = shopper;
    await ask('POST', '/api/addresses', HOME);
    await enter(`mall/product/index?id=${tea.productId}`);
    await reads('运费 ¥6 起，满 ¥99 包邮');
    await tap('加入购物袋');
    await reads('数量');
    await seen('加入购物袋').first().tap();
    await reads('放进购物袋了');
    await enter();
    await tapLast('购物袋');
    await reads('再买 ¥66.00 免运费');
    await at('加一件').tap();
    await reads('再买 ¥33.00 免运费');
    await tap('结算 (2)');
    await reads('全国运费，再买 ¥33 包邮', '¥72.00');
    await shopper.page.goBack();
    await readsNoMore('提交订单');
    await at('加一件').tap();
    await reads('已免运费');
    await tap('结算 (3)');
    await reads('满 ¥99 包邮', '免运费', '¥99.00');
    await readsNoMore('¥105.00');
    const orderId = await submitAndPay(shopper);
    expect(await rowOf(orderId)).toMatchObject({ shipping: 0, total: 9900, paid: 9900 });
    expect(await shop.rows(`select sku_id from cart_items where user_id = ${shopper.userId}`)).toEqual([]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);
});

async function rowOf(orderId: string) {
  const [row] = await shop.rows<{ state: string; shipping: number; total: number; city: string; paid: number }>(
    `select o.state, o.shipping_fen::int as shipping, o.total_fen::int as total, o.address ->> 'city' as city,
      (select sum(amount_fen)::int from payments p where p.order_id = o.order_id and p.state = 'paid') as paid
    from orders o where o.order_id = ${orderId}`,
  );
  return row!;
}

async function movesOf(orderId: string): Promise<string[]> {
  const rows = await shop.rows<{ reason: string }>(
    `select reason from order_moves where order_id = ${orderId} order by move_id`,
  );
  return rows.map(({ reason }) => reason);
}

const stockOf = ({ skuId }: Goods) => shop.rows(`select on_hand, reserved from stock where sku_id = ${skuId}`);
