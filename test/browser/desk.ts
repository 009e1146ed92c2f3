import type { Page } from 'playwright-core';
import { PASSWORD, type ConsoleShop } from '../support/consoleShop';
import type { Phone } from './h5';

/** What a merchant does at the console, in the browser in which the shopper's phone is open too. */
export type Desk = Awaited<ReturnType<typeof deskOf>>;

/** Signs in on a desktop screen. */
export async function deskOf({ context }: Pick<Phone, 'context'>, { consoleUrl }: ConsoleShop, loginName = 'owner') {
  const desk = await context.browser()!.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    // a press on a dialog that is still on its way in may be lost
    reducedMotion: 'reduce',
  });
  const page: Page = await desk.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(consoleUrl);
  await page.getByLabel('账号').fill(loginName);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  return {
    page,
    go: (path: string) => page.goto(`${consoleUrl}${path}`),
    press: (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).last().click(),
    fill: (label: string, text: string) => page.getByLabel(label, { exact: true }).filter({ visible: true }).fill(text),
    /** Resolves once every one of the texts is in sight. */
    async reads(...texts: (string | RegExp)[]) {
      for (const text of texts) await page.getByText(text).filter({ visible: true }).first().waitFor();
    },
    /** Gives a file to the dialog that is open. */
    chooseFile: (name: string, text: string) =>
      page
        .locator('.ant-modal input[type=file]')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }),
    close: () => desk.close(),
  };
}
