import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { merchantOf, type Goods } from '../support/merchant';
import { deskOf } from './desk';
import { withBrowser } from './h5';
import { placed, shopperOf } from './shopper';

let shop: ConsoleShop;
let brush: Goods;
beforeAll(async () => {
  shop = await consoleShop();
  brush = await (await merchantOf(shop)).shelve({ title: '狼毫笔', priceFen: 4200, stock: 30 });
}, 120_000);
afterAll(() => shop.close());

const rest = async () => {
  while ((await shop.runJobs()) > 0);
};

withBrowser('orders at the console', (open) => {
  test('the board counts a sale, its to-do leads to the order, and the parcel is on the shopper’s page', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page, go, reads, fill, press } = desk;
    await reads('待处理', '商品库存不足');
    const orderId = await placed(shopper, [brush], true);
    await go('/');
    await page.getByRole('link', { name: /待发货订单/ }).click();
    await press(orderId);
    await reads('狼毫笔', /实付/);
    await fill('快递公司', '顺丰速运');
    await page.keyboard.press('Escape');
    await fill('运单号', 'SF1008600011');
    await press(/^发货$/);
    await reads('已发货，买家会收到通知', 'SF1008600011');

    await shopper.enter(`orders/detail/index?id=${orderId}`);
    await shopper.reads(/SF1008600011/);
    expect(await shopper.faults()).toEqual([]);
    await desk.close();
  }, 180_000);

  test('a file ships all its orders or none, and tells which lines are wrong', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { go, press, reads, chooseFile } = desk;
    const orders = [await placed(shopper, [brush], true), await placed(shopper, [brush], true)];
    const unpaid = await placed(shopper, [brush], false);
    const lines = orders.map((id, index) => `${id},中通快递,ZT200100${index}`);
    const states = () => shop.rows(`select state from orders where order_id in (${orders.join(',')})`);
    await go('/orders');
    await press('批量发货');
    await chooseFile('发货.csv', ['订单号,快递公司,运单号', ...lines, `${unpaid},中通快递,ZT2001009`].join('\n'));
    await reads(/一单也没有发/, '第 4 行', /不在等待发货/);
    expect(await states()).toEqual([{ state: 'paid' }, { state: 'paid' }]);
    await chooseFile('发货.csv', ['订单号,快递公司,运单号', ...lines].join('\n'));
    await reads('已发货 2 单，买家会收到通知');
    expect(await states()).toEqual([{ state: 'shipped' }, { state: 'shipped' }]);

    await shopper.enter(`orders/detail/index?id=${orders[1]!}`);
    await shopper.reads(/ZT2001001/);
    await desk.close();
  }, 180_000);

  test('an approved request brings the money back, and the shopper reads it', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page, go, reads, press, fill } = desk;
    const orderId = await placed(shopper, [brush], true);
    const wish = {
      kind: 'refund',
      reason: 'wrong_items',
      description: '多拍了一支',
      lines: [{ skuId: brush.skuId, quantity: 1 }],
    };
    await shopper.ask('POST', `/api/orders/${orderId}/aftersales`, wish);
    await go('/aftersales');
    await page.getByRole('row', { name: new RegExp(orderId) }).click();
    await reads('多拍了一支', '拍错、多拍', /超时自动同意/);
    await fill('答复', '已为你退款');
    await press(/^同意退款 ¥\d+\.\d\d$/);
    await reads('已同意，款项原路退回');
    await rest();
    const [row] = await shop.rows<{ total: number; refunded: number }>(
      `select o.total_fen::int as total, p.refunded_fen::int as refunded
        from orders o join payments p on p.order_id = o.order_id where o.order_id = ${orderId}`,
    );
    expect(row!.refunded).toBe(row!.total);
    const { items } = await shopper.ask('GET', `/api/orders/${orderId}/aftersales`);
    await shopper.enter(`orders/aftersale/index?id=${items[0].id}`);
    await shopper.reads('退款成功', '已为你退款');
    await desk.close();
  }, 180_000);

  test('what the shop cannot deliver it refunds unasked, and the export has the order with its phone masked', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page, go, reads, press, fill } = desk;
    const orderId = await placed(shopper, [brush], true);
    await go(`/orders?q=${orderId}&order=${orderId}`);
    await press('主动退款');
    await fill('狼毫笔 退几件', '1');
    await fill('说明', '缺货，抱歉');
    await press(/^退款$/);
    await reads('退款已提交，原路退回');
    await rest();
    expect((await shopper.ask('GET', `/api/orders/${orderId}`)).closeReason).toBe('refunded');

    await go(`/orders?q=${orderId}`);
    const download = page.waitForEvent('download');
    await press('导出');
    const stream = await (await download).createReadStream();
    let csv = '';
    for await (const chunk of stream) csv += String(chunk);
    expect(csv).toContain(orderId);
    expect(csv).toContain('138****6620');
    expect(csv).not.toContain('13800006620');
    await desk.close();
  }, 180_000);

  test('a marketer sees the board, and no order', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop, 'marketer');
    const { page, go, reads } = desk;
    await reads('今日经营');
    expect(await page.getByRole('menuitem', { name: '订单' }).count()).toBe(0);
    await go('/orders');
    await reads('市场没有“订单”的权限');
    expect(await page.getByRole('button', { name: '批量发货' }).count()).toBe(0);
    await desk.close();
  }, 120_000);
});
