import sharp from 'sharp';
import { merchantOf, type Goods, type Merchant } from '../support/merchant';
import { smallShop, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';
import { placed, shopperOf } from './shopper';

let shop: SmallShop;
let merchant: Merchant;
let vase: Goods;
beforeAll(async () => {
  shop = await smallShop();
  merchant = await merchantOf(shop);
  vase = await merchant.shelve({ title: '影青小花瓶', priceFen: 12_800, stock: 5 });
}, 120_000);
afterAll(() => shop.close());

const rest = async () => {
  while ((await shop.runJobs()) > 0);
};
const picture = async () => ({
  name: '瓶口.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 700, channels: 3, background: '#8fb3a3' } })
    .jpeg()
    .toBuffer(),
});

withBrowser('money back on the H5 page', (open) => {
  test('a broken vase goes from its picture to the refund, and the order says so', async () => {
    const shopper = await shopperOf(open, shop);
    const { page, reads, readsNoMore, tap, tapLast, type, at, answer, enter } = shopper;
    const orderId = await placed(shopper, [vase], true);
    await merchant.ship(orderId, 'SF1008600077');
    await shopper.ask('POST', `/api/orders/${orderId}/confirm`, {});

    await enter(`orders/detail/index?id=${orderId}`);
    await tap('退款 / 退货');
    await reads('可退 1 件', '¥128.00', '最多 ¥128.00，已扣除优惠');
    await tap('请选择');
    await tap('收到时已破损');
    await type('补充说明', '瓶口磕掉了一块');
    // before anything private is read the shop asks for itself, once
    await at('添加图片').tap();
    const choosing = page.waitForEvent('filechooser');
    await tap('同意');
    await (await choosing).setFiles([await picture()]);
    await reads('1/6');
    await readsNoMore('上传中');
    await tap('提交申请');
    await reads('等店家答复', '瓶口磕掉了一块', '收到时已破损', '申请退货退款');

    const { items } = await shopper.ask('GET', '/api/aftersales');
    const { id } = items[0];
    await merchant.saveReturnAddress();
    await merchant.approveAftersale(id, '抱歉，请用原来的盒子寄回');
    await page.reload();
    await reads('请把商品寄回', '抱歉，请用原来的盒子寄回', '浙江省杭州市滨江区 江南大道 228 号 2 号仓');
    await tap('填快递单号');
    await tap('中通快递');
    await type('快递单号', 'ZT 0011 2233');
    await tap('寄出了');
    await reads('退货在路上', '中通快递 ZT00112233', '已寄回');

    await merchant.receiveAftersale(id, [{ skuId: vase.skuId, quantity: 0 }]);
    await rest();
    await page.reload();
    await reads('退款成功', '钱已原路退回', '已退金额');
    await tapLast(orderId);
    await reads('已退款 ×1');
    expect(await shop.rows(`select amount_fen::int as fen, state from refunds where order_id = ${orderId}`)).toEqual([
      { fen: 12_800, state: 'succeeded' },
    ]);
    expect(await shop.rows(`select on_hand from stock where sku_id = ${vase.skuId}`)).toEqual([{ on_hand: 4 }]);
    expect(await shopper.faults()).toEqual([]);

    // the other way: paid, not sent, taken back after all
    const other = await placed(shopper, [vase], true);
    await enter(`orders/detail/index?id=${other}`);
    await tap('申请退款');
    await tap('请选择');
    await tap('不想要了');
    await tap('提交申请');
    await reads('等店家答复', '2 天内没有答复就自动退款');
    await tap('撤销申请');
    await answer('撤销');
    await reads('申请已撤销');
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);
});
