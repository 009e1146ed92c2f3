import type { Page } from 'playwright-core';
import { listScreens, type ConsoleScreen } from './consoleScreen';

const press = (page: Page, name: string) => page.getByRole('button', { name }).filter({ visible: true }).last().click();

async function chooseTwo(page: Page): Promise<void> {
  for (const nth of [0, 1]) await page.locator('tbody .ant-checkbox-input:enabled').nth(nth).check();
}

async function fillBatch(page: Page): Promise<void> {
  // a press on a dialog that is still on its way in may be lost
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await press(page, '成批建码');
  await press(page, '选商品');
  const picker = page.locator('.ant-modal', { hasText: '至多 200' });
  for (const nth of [0, 1, 2]) await picker.locator('tbody .ant-checkbox-input').nth(nth).check();
  await picker.getByRole('button', { name: /使\s?用/ }).click();
  const dialog = page.locator('.ant-modal', { hasText: '一个也不建' });
  await dialog.getByLabel('门店').click();
  await page.locator('.ant-select-item').first().click();
  await dialog.getByLabel('导购').click();
  for (const name of ['沈知夏', '周小满']) await page.locator('.ant-select-item').getByText(name).last().click();
  await dialog.getByText('成批建码').click();
}

async function openTake(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await chooseTwo(page);
  await press(page, '打印、下载');
  await page.getByText('货架标签').waitFor();
}

const detail = (name: string, look: string, act: NonNullable<ConsoleScreen['act']>): ConsoleScreen => ({
  name: `console-codes-${name}`,
  path: '/codes',
  kind: 'detail',
  ready: '归属规则',
  look,
  act,
});

export const consoleCodeScreens: readonly ConsoleScreen[] = [
  ...listScreens({
    name: 'console-codes',
    path: '/codes',
    rows: '/admin/codes',
    ready: '归属规则',
    emptied: '还没有码',
    look: 'Where each leads, whose it is, what it brought',
  }),
  detail('chosen', 'What can be done with several at once', chooseTwo),
  detail('new', 'A name a line, one way in', async (page) => {
    await page.getByRole('button', { name: '建码' }).first().click();
    await page.getByText('一行一个码').waitFor();
  }),
  detail('batch', 'Products times guides, and how many codes that makes', fillBatch),
  detail('take', 'Labels or pictures, for which super-apps', openTake),
  detail('take-busy', 'How far it is', async (page) => {
    await page.route('**/pictures/**', () => new Promise(() => undefined));
    await openTake(page);
    await press(page, '下载 PDF');
    await page.getByText('正在备码图').waitFor();
  }),
  detail('take-error', 'What failed, and that a second press goes on', async (page) => {
    const error = { code: 'platform_unavailable', message: '平台暂时没有响应', requestId: 'e3b0c442-98fc' };
    await page.route('**/pictures/**', (route) => route.fulfill({ status: 503, json: { error } }));
    await openTake(page);
    await press(page, '下载码图');
    await page.getByText('码图没有取齐').waitFor();
  }),
  detail('revoke', 'What becomes of what is printed', async (page) => {
    await chooseTwo(page);
    await page
      .locator('.bulk')
      .getByRole('button', { name: /作\s?废/ })
      .click();
    await page.getByText('这个码停用了').waitFor();
  }),
];
