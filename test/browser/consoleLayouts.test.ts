import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { deskOf, type Desk } from './desk';
import { withBrowser } from './h5';
import { shopperOf, type Shopper } from './shopper';

let shop: ConsoleShop;
beforeEach(async () => {
  shop = await consoleShop();
}, 120_000);
afterEach(() => shop.close());

const NEW_TITLE = '霜降收柿';
const OLD_TITLE = '今日开市';

withBrowser('the layout editor', (open) => {
  /** Opens the home page's draft; resolves when the shop's page stands in the frame. */
  async function edit({ page, go }: Desk) {
    await go('/layouts');
    await page.getByRole('link', { name: '首页' }).first().click();
    const frame = page.frameLocator('iframe[title="店铺预览"]');
    await frame.locator('[data-block]').first().waitFor();
    const row = (title: string) => page.locator('.bl-open', { hasText: title });
    return {
      frame,
      row,
      titles: () => page.locator('.bl-name').allTextContents(),
      async openFirstItem() {
        await row('轮播图').click();
        await page.locator('.item-open').first().click();
      },
      title: page.locator('.item-body').getByRole('textbox', { name: '标题', exact: true }),
      saved: () => page.getByText(/已保存 \d/).waitFor(),
    };
  }

  /** To another tab and back: the page's next show. */
  async function showAgain(shopper: Shopper) {
    await shopper.tapLast('分类');
    await shopper.page.locator('.weui-tabbar, .taro-tabbar__tabbar').first().waitFor();
    await shopper.tapLast('首页');
  }

  test('what is typed is seen in the frame, published, shown at the next show, and taken back by one press', async () => {
    const shopper = await shopperOf(open, shop);
    await shopper.page.goto(shop.url);
    await shopper.seen(OLD_TITLE).first().waitFor();
    const desk = await deskOf(shopper, shop, 'marketer');
    const { page, press, reads } = desk;
    const editor = await edit(desk);

    await editor.openFirstItem();
    await editor.title.fill('');
    await editor.title.pressSequentially(NEW_TITLE);
    await editor.frame.getByText(NEW_TITLE).first().waitFor();
    await page.getByRole('button', { name: '商品', exact: true }).click();
    await page.getByRole('textbox', { name: '标题', exact: true }).fill('编辑精选');
    await editor.frame.getByText('编辑精选').first().waitFor();
    await editor.saved();
    // nothing is live before it is published
    await showAgain(shopper);
    await shopper.seen(OLD_TITLE).first().waitFor();

    await press('发布');
    await reads('立即在全部平台向所有人放出「首页」的草稿。');
    await press('立即发布');
    await reads('已经上线，顾客下次打开就能看到');
    await showAgain(shopper);
    await shopper.seen(NEW_TITLE).first().waitFor();
    await shopper.seen('编辑精选').first().waitFor();

    await editor.title.waitFor({ state: 'detached' });
    await editor.openFirstItem();
    await editor.title.fill('写错的标题');
    await editor.saved();
    await press('发布');
    await press('立即发布');
    await page.getByText('已经上线，顾客下次打开就能看到').last().waitFor();
    await showAgain(shopper);
    await shopper.seen('写错的标题').first().waitFor();

    await press('版本');
    await page.getByRole('combobox', { name: '旧版本' }).click();
    await page.locator('.ant-select-item-option', { hasText: /^v1/ }).first().click();
    await press('退回 v1');
    await press('退回');
    await reads('已经回到 v1，对所有人生效');
    await showAgain(shopper);
    await shopper.seen(NEW_TITLE).first().waitFor();
    expect(await shopper.page.getByText('写错的标题').count()).toBe(0);
    await desk.close();
  }, 180_000);

  test('blocks are sorted by keyboard alone, undone and redone, and a press in the preview selects', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page } = desk;
    const editor = await edit(desk);
    expect((await editor.titles()).slice(0, 3)).toEqual(['搜索框', '轮播图', '图文导航']);

    await page.getByRole('button', { name: '移动轮播图' }).focus();
    await page.keyboard.press('Space');
    await page.getByText(/^拿起轮播图/).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await page.getByText('到第 3 个').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await page.getByText('放在第 3 个').waitFor({ state: 'attached' });
    expect((await editor.titles()).slice(0, 3)).toEqual(['搜索框', '图文导航', '轮播图']);
    await editor.saved();

    await page.keyboard.press('Control+z');
    expect((await editor.titles()).slice(0, 3)).toEqual(['搜索框', '轮播图', '图文导航']);
    await page.keyboard.press('Control+Shift+z');
    expect((await editor.titles()).slice(0, 3)).toEqual(['搜索框', '图文导航', '轮播图']);

    await editor.frame.locator('[data-block]').nth(1).click();
    await page.getByRole('region', { name: '图文导航' }).waitFor();
    // the same words from anybody but the frame select nothing
    const picked = await editor.frame.locator('[data-block]').first().getAttribute('data-block');
    await page.evaluate(
      (blockId) =>
        new Promise((resolve) => {
          addEventListener('message', () => setTimeout(resolve), { once: true });
          postMessage({ protocol: 'jishi-preview/1', kind: 'picked', blockId }, '*');
        }),
      picked,
    );
    expect(await page.getByRole('region', { name: '图文导航' }).count()).toBe(1);
    await editor.saved();
    const [draft] = await shop.rows<{ kinds: string[] }>(
      "select array(select jsonb_array_elements(document->'blocks')->>'kind') as kinds from layout_drafts",
    );
    expect(draft!.kinds.slice(0, 3)).toEqual(['search', 'navGrid', 'banner']);
    await desk.close();
  }, 120_000);

  test('the second of two editors is told who saved, sees the difference, and neither loses anything', async () => {
    const shopper = await shopperOf(open, shop);
    const [first, second] = [await deskOf(shopper, shop, 'owner'), await deskOf(shopper, shop, 'marketer')];
    const [mine, theirs] = [await edit(first), await edit(second)];
    await mine.openFirstItem();
    await theirs.openFirstItem();
    await mine.title.fill('顾清和的标题');
    await mine.saved();
    await theirs.title.fill('韩述的标题');
    await second.reads(/^顾清和 .*先保存了这个草稿，你的改动还没有存，也没有丢$/);
    const held = async () =>
      JSON.stringify(await shop.rows("select document->'blocks' as blocks from layout_drafts where revision > 0"));
    expect(await held()).toContain('顾清和的标题');
    expect(await theirs.title.inputValue()).toBe('韩述的标题');

    await second.press('看看差别');
    await second.page.locator('.diff del', { hasText: '顾清和的标题' }).waitFor();
    await second.page.locator('.diff ins', { hasText: '韩述的标题' }).waitFor();
    await second.press('换成对方的');
    await theirs.frame.getByText('顾清和的标题').first().waitFor();
    await second.page.locator('.ant-drawer-open').waitFor({ state: 'detached' });
    // undone, it is the second one's again, now on top of the first one's
    await second.page.keyboard.press('Control+z');
    await theirs.frame.getByText('韩述的标题').first().waitFor();
    await theirs.saved();
    expect(await held()).toContain('韩述的标题');
    await Promise.all([first.close(), second.close()]);
  }, 120_000);

  test('a draft with a mistake cannot be published; the problem leads to its field', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page, press, reads } = desk;
    const editor = await edit(desk);
    await page.getByRole('button', { name: '标题栏', exact: true }).click();
    await page.getByRole('textbox', { name: '标题', exact: true }).fill('');
    await editor.row('搜索框').click();
    await reads('1 个必须处理');
    await press('定位');
    await page.getByRole('alert').getByText('还没有填').waitFor();
    await editor.saved();
    await press('发布');
    expect(await page.getByRole('button', { name: '立即发布' }).isDisabled()).toBe(true);
    await desk.close();
  }, 120_000);
});
