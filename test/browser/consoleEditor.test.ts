import sharp from 'sharp';
import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { deskOf } from './desk';
import { withBrowser } from './h5';
import { shopperOf } from './shopper';

let shop: ConsoleShop;
beforeEach(async () => {
  shop = await consoleShop();
}, 120_000);
afterEach(() => shop.close());

const MINUTE = 60_000;

withBrowser('the layout editor while it is open', (open) => {
  async function editor(prepare: (page: Awaited<ReturnType<typeof deskOf>>['page']) => Promise<void>) {
    const desk = await deskOf(await shopperOf(open, shop), shop, 'marketer');
    await prepare(desk.page);
    await desk.go('/layouts');
    await desk.page.getByRole('link', { name: '首页' }).first().click();
    const frame = desk.page.frameLocator('iframe[title="店铺预览"]');
    await frame.locator('[data-block]').first().waitFor();
    return { ...desk, frame, saved: () => desk.page.getByText(/已保存 \d/).waitFor() };
  }

  test('the pass of the preview is renewed before it ends, and what is being typed stays where it is', async () => {
    const { page, frame, saved, close } = await editor((desk) => desk.clock.install());
    const source = () => page.locator('iframe[title="店铺预览"]').getAttribute('src');
    const before = await source();
    await page.locator('.bl-open', { hasText: '轮播图' }).click();
    await page.locator('.item-open').first().click();
    const title = page.locator('.item-body').getByRole('textbox', { name: '标题', exact: true });
    await title.fill('霜降收柿');
    await saved();
    // half typed: the frame has it, the server not yet
    await title.pressSequentially('，今天');
    const passes: string[] = [];
    page.on('response', (response) => response.url().endsWith('/previews') && passes.push(response.url()));
    const renewed = page.waitForResponse((response) => response.url().endsWith('/previews'), { timeout: 90_000 });
    await page.clock.fastForward(60 * MINUTE);
    expect((await renewed).status()).toBe(201);
    await page.locator(`iframe[title="店铺预览"]:not([src="${before}"])`).waitFor();
    await frame.getByText('霜降收柿，今天').first().waitFor();
    expect(await source()).not.toBe(before);
    expect(await title.inputValue()).toBe('霜降收柿，今天');
    await saved();
    const [draft] = await shop.rows<{ text: string }>(`select document::text as text from layout_drafts`);
    expect(draft!.text).toContain('霜降收柿，今天');
    // one pass for an hour's jump, not one for every second of it
    expect(passes).toHaveLength(1);
    await close();
  }, 180_000);

  test('hotspots are drawn, moved and resized by mouse and by keyboard', async () => {
    const { page, press, close } = await editor(() => Promise.resolve());
    const buffer = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#cf3f22' } })
      .png()
      .toBuffer();
    await page.getByRole('button', { name: '热区图', exact: true }).click();
    await press('选择图片');
    await page.locator('.ant-modal input[type=file]').setInputFiles([{ name: 'a.png', mimeType: 'image/png', buffer }]);
    await page.locator('.ant-modal .picture[aria-pressed=true]').waitFor();
    await press('使用');
    const ground = page.locator('.areas');
    await ground.waitFor();
    await page.locator('.ant-modal-wrap').waitFor({ state: 'hidden' });
    await ground.scrollIntoViewIfNeeded();
    const box = (await ground.boundingBox())!;
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
    };
    const area = page.getByRole('button', { name: /^热区 1/ });
    /** Shares of the picture, in whole percents. */
    const rect = () =>
      area.evaluate(({ style }) =>
        [style.left, style.top, style.width, style.height].map((side) => Math.round(parseFloat(side))),
      );

    await drag(at(0.1, 0.2), at(0.4, 0.6));
    await area.waitFor();
    expect(await rect()).toEqual([10, 20, 30, 40]);
    await drag(at(0.2, 0.3), at(0.4, 0.4));
    expect(await rect()).toEqual([30, 30, 30, 40]);
    const corner = (await area.locator('.area-corner').boundingBox())!;
    const middle = [corner.x + corner.width / 2, corner.y + corner.height / 2] as const;
    await drag(middle, [middle[0] + box.width * 0.1, middle[1] + box.height * 0.1]);
    expect(await rect()).toEqual([30, 30, 40, 50]);
    // never out of the picture
    await drag(at(0.4, 0.4), at(0.95, 0.95));
    expect(await rect()).toEqual([60, 50, 40, 50]);

    await area.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    expect(await rect()).toEqual([59, 49, 40, 50]);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await rect()).toEqual([59, 49, 39, 49]);
    // a press that draws nothing makes no hotspot
    await drag(at(0.05, 0.05), at(0.051, 0.051));
    expect(await page.getByRole('button', { name: /^热区 \d/ }).count()).toBe(1);
    await close();
  }, 180_000);
});
