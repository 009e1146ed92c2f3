import sharp from 'sharp';
import { product, sku, stockShelf } from '../../server/test/support/fixtures';
import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { deskOf } from './desk';
import { withBrowser } from './h5';
import { shopperOf } from './shopper';

let shop: ConsoleShop;
beforeAll(async () => {
  shop = await consoleShop();
}, 120_000);
afterAll(() => shop.close());

const picture = async (name: string, background: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 640, height: 640, channels: 3, background } })
    .png()
    .toBuffer(),
});
const idOf = async (handle: string) =>
  (await shop.rows<{ id: string }>(`select product_id as id from products where handle = '${handle}'`))[0]?.id;
const skusOf = (productId: string) =>
  shop.rows(
    `select option_values as values, price_fen::int as price, compare_at_fen::int as compare, s.on_hand as stock, code
      from skus k join stock s using (sku_id) where product_id = ${productId} and state = 'on_shelf' order by position`,
  );

withBrowser('products at the console', (open) => {
  test('a product with a matrix of SKUs and sorted pictures is what the shopper then sees', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page, go, press, fill, reads } = desk;
    await go('/products/new');
    await fill('名称', '霜降柿饼');
    await fill('链接名', 'persimmon');
    await press('保存并上架');
    await reads('售价：还没有填');

    await press('添加图片');
    await page
      .locator('.ant-modal input[type=file]')
      .setInputFiles([await picture('a.png', '#cf3f22'), await picture('b.png', '#2c7a55')]);
    await reads('已选 2，至多 20');
    await press('使用');
    const pictures = page.locator('.product-picture img');
    await pictures.nth(1).waitFor();
    // the dialog gives the focus back when it has gone
    await page.locator('.ant-modal-wrap').waitFor({ state: 'hidden' });
    const before = await pictures.evaluateAll((images) => images.map((image) => image.getAttribute('src')));
    // by keyboard, as by pointer: taken up, moved, put down
    await pictures.nth(1).focus();
    const said = (text: string | RegExp) => page.locator('[aria-live]').getByText(text).waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await said(/第 2 张/);
    // a key before the places are measured moves nothing: as people do, it is pressed again
    const isMoved = () =>
      page
        .locator('[aria-live]')
        .getByText('移到第 1 张的位置')
        .waitFor({ state: 'attached', timeout: 1_000 })
        .then(
          () => true,
          () => false,
        );
    do await page.keyboard.press('ArrowLeft');
    while (!(await isMoved()));
    await page.keyboard.press('Space');
    await page.locator(`.product-picture-frame.first img[src="${before[1]}"]`).waitFor();

    await press('添加规格');
    await fill('第 1 个规格的名称', '包装');
    await page.getByLabel('第 1 个规格的值').fill('红盒,素盒,');
    await press('添加规格');
    await fill('第 2 个规格的名称', '净含量');
    await page.getByLabel('第 2 个规格的值').fill('300g,600g,');
    await page.getByLabel('素盒 / 600g 售价').waitFor();
    await fill('批量售价', '38');
    await fill('批量库存', '7');
    await press('应用到全部');
    // a block of a spreadsheet: price, compared price, stock, code
    await page.getByLabel('红盒 / 600g 售价').focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '68.10\t88\t12\tSB-2\n35.05\t\t3\tSB-3\n');
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.getByLabel('素盒 / 600g 售卖').click();
    await page.getByLabel('图文详情', { exact: true }).fill('<p>挂满一檐</p><script>alert(1)</script>');
    await press('添加参数');
    await fill('第 1 个参数的名称', '产地');
    await fill('第 1 个参数的内容', '陕西富平');
    await press('保存并上架');
    await reads('已新建');

    const id = (await idOf('persimmon'))!;
    expect(await skusOf(id)).toEqual([
      { values: ['红盒', '300g'], price: 3800, compare: null, stock: 7, code: null },
      { values: ['红盒', '600g'], price: 6810, compare: 8800, stock: 12, code: 'SB-2' },
      { values: ['素盒', '300g'], price: 3505, compare: null, stock: 3, code: 'SB-3' },
    ]);
    const [row] = await shop.rows<{ images: { url: string }[]; html: string }>(
      `select images, description_html as html from products where product_id = ${id}`,
    );
    expect(row!.images.map(({ url }) => url)).toEqual([before[1], before[0]]);
    expect(row!.html).toBe('<p>挂满一檐</p>');

    await shopper.enter(`mall/product/index?id=${id}`);
    await shopper.reads('霜降柿饼', '陕西富平');
    await shopper.tap('立即购买');
    await shopper.reads('素盒', '600g');
    expect(await shopper.words()).toContain('35.05');
    expect(await shopper.faults()).toEqual([]);

    // counted anew, with a reason
    await page.getByRole('button', { name: '盘点' }).first().click();
    await fill('实际库存', '40');
    await fill('原因', '到货');
    await press(/保存$/);
    await reads('库存已改好');
    expect((await skusOf(id))[0]).toMatchObject({ stock: 40 });
    await page
      .getByRole('row', { name: /红盒 300g/ })
      .getByText('40', { exact: true })
      .waitFor();
    expect(await page.getByText('有未保存的改动').count()).toBe(0);

    await desk.close();
  }, 180_000);

  test('two editors of one product: the second is told what the first changed, and loses nothing whatever they choose', async () => {
    const title = '双人商品';
    await stockShelf(shop.ctx, product({ handle: 'shared', title, skus: [sku({ priceFen: 1000 })] }));
    const id = (await idOf('shared'))!;
    const shopper = await shopperOf(open, shop);
    const [mine, theirs] = [await deskOf(shopper, shop), await deskOf(shopper, shop)];
    const valueOf = (label: string) => mine.page.getByLabel(label, { exact: true }).inputValue();
    const settled = ({ page }: typeof mine) => page.getByText('有未保存的改动').waitFor({ state: 'detached' });
    const saved = async () =>
      (await shop.rows(`select title, subtitle, vendor from products where product_id = ${id}`))[0];
    for (const { go, reads } of [mine, theirs]) {
      await go(`/products/${id}`);
      await reads('规格与库存');
    }
    await mine.fill('名称', '我的名称');
    await mine.fill('一句话介绍', '我的话');
    await theirs.fill('名称', '对方的名称');
    await theirs.fill('品牌', '同事');
    await theirs.press(/保存$/);
    await settled(theirs);

    await mine.press(/保存$/);
    await mine.reads('有人先改过了，还没有保存', '对方的名称', '同事', '都改了');
    expect(await saved()).toEqual({ title: '对方的名称', subtitle: '', vendor: '同事' });
    expect(await valueOf('名称')).toBe('我的名称');

    await mine.press('用对方的');
    await mine.reads('现在是对方的版本，你刚才填的还留着');
    expect([await valueOf('名称'), await valueOf('一句话介绍')]).toEqual(['对方的名称', '']);
    await mine.press('换回我的');
    expect([await valueOf('名称'), await valueOf('一句话介绍')]).toEqual(['我的名称', '我的话']);

    await theirs.fill('品牌', '同事二');
    await theirs.press(/保存$/);
    await settled(theirs);
    await mine.press(/保存$/);
    await mine.press('保留我的改动');
    expect([await valueOf('名称'), await valueOf('品牌')]).toEqual(['我的名称', '同事二']);
    await mine.press(/保存$/);
    await settled(mine);
    expect(await saved()).toEqual({ title: '我的名称', subtitle: '我的话', vendor: '同事二' });
    await Promise.all([mine.close(), theirs.close()]);
  }, 180_000);

  test('a file with bad rows is told row by row and changes nothing; put right, it fills the shelf', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { go, press, reads, chooseFile } = desk;
    const header = 'Handle,Title,Type,Variant Inventory Qty,Variant Price';
    await go('/products');
    await press('导入');
    await chooseFile(
      '商品.csv',
      `${header}\nlantern,纸灯笼,灯具,9,45\nkite,沙燕风筝,玩具,5,十八\n,没有链接名,玩具,1,1\n`,
    );
    await reads(/什么也没有写入/, '第 3 行', '第 4 行');
    expect(await idOf('lantern')).toBeUndefined();
    await chooseFile('商品.csv', `${header}\nlantern,纸灯笼,灯具,9,45\nkite,沙燕风筝,玩具,5,18\n`);
    await reads(/新增 2 件/, /最近一次：顾清和/);
    await press('关闭');
    await reads('纸灯笼', '沙燕风筝');

    await shopper.enter(`mall/product/index?id=${(await idOf('kite'))!}`);
    await shopper.reads('沙燕风筝');
    expect(await shopper.words()).toContain('18');

    // somebody else's import, or mine after I left the page: how far it is, and when it is over
    await shop.rows(
      `insert into product_imports (import_id, state, phase, rows, done, total, started_at, heard_at)
        select max(import_id) + 1, 'running', 'save', 900, 30, 60, now(), now() from product_imports`,
    );
    await go('/products');
    await press(/正在导入 85%/);
    await reads('读了 900 行，正在写入商品 30 / 60', /命令行/);
    await press('让它在后台继续');
    await shop.rows(`update product_imports set state = 'failed' where state = 'running'`);
    await press(/导入$/);
    await reads(/没有导完，什么也没有写入/);
    await press('关闭');

    // off the shelf, both at once
    for (const title of ['纸灯笼', '沙燕风筝']) {
      await desk.page
        .getByRole('row', { name: new RegExp(title) })
        .getByRole('checkbox')
        .check();
    }
    await press(/^下架$/);
    await reads('已改好');
    expect(
      await shop.rows(`select 1 from products where handle in ('kite', 'lantern') and state = 'on_shelf'`),
    ).toEqual([]);
    await shopper.page.reload();
    await shopper.reads(/下架/);
    await desk.close();
  }, 180_000);
});
