import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmployee } from '../../server/src/employees/employees';
import { prepareFirstOwner } from '../../server/src/employees/firstOwner';
import { consoleShop, PASSWORD, type ConsoleShop } from '../support/consoleShop';
import { deskOf } from './desk';
import { withBrowser } from './h5';

let shop: ConsoleShop;
beforeAll(async () => {
  shop = await consoleShop();
}, 120_000);
afterAll(() => shop.close());

const hire = (loginName: string, role: 'operator' | 'staff', name = '新来的') =>
  createEmployee(shop.ctx, { loginName, password: PASSWORD, name, role });

withBrowser('the sign-in of the console', (open) => {
  /** A desktop that is not signed in, and what is done there. */
  async function door() {
    const phone = await open(`${shop.consoleUrl}/orders`);
    const { page } = phone;
    await page.setViewportSize({ width: 1440, height: 900 });
    const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
    const press = (name: string) => page.getByRole('button', { name }).click();
    return {
      ...phone,
      fill,
      press,
      reads: (text: string | RegExp) => page.getByText(text).first().waitFor(),
      async enter(loginName: string, password: string) {
        await fill('账号', loginName);
        await fill('密码', password);
        await press('登录');
      },
    };
  }

  test('a wrong password is told, the right one leads to where one wanted to go, and no script sees the cookie', async () => {
    const { page, context, enter, reads, problems } = await door();
    await enter('owner', 'not the password');
    await reads('账号或密码不对');
    await enter('owner', PASSWORD);
    await page.getByRole('heading', { name: '订单' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/orders');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const cookies = await context.cookies(shop.consoleUrl);
    expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([
      [true, 'Strict'],
      [true, 'Strict'],
    ]);
    // the browser itself writes a line for the refused password; a style or script against the policy would be another
    expect((await problems()).filter((line) => !line.includes('401'))).toEqual([]);

    await page.getByRole('button', { name: /顾清和/ }).click();
    await page.getByText('退出登录').click();
    await page.getByRole('heading', { name: '登录后台' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '登录后台' }).waitFor();
    const [{ open: sessions } = { open: -1 }] = await shop.rows<{ open: number }>(
      'select count(*)::int as open from employee_sessions where revoked_at is null',
    );
    expect(sessions).toBe(0);
  }, 120_000);

  test('after five wrong passwords it says how long to wait, and the right one has to wait too', async () => {
    await hire('xiaolin', 'staff');
    const { enter, reads, page } = await door();
    for (let tries = 0; tries < 5; tries++) {
      const answered = page.waitForResponse((response) => response.status() === 401);
      await enter('xiaolin', `wrong password ${tries}`);
      await answered;
    }
    await enter('xiaolin', PASSWORD);
    await reads(/试得太多了，请 1[45] 分钟后再试/);
  }, 120_000);

  test('a page on another port of this machine, which is the same site, writes nothing with the cookie', async () => {
    const desk = await deskOf(await open(shop.url), shop);
    const stranger = http.createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<form method="post" action="${shop.consoleUrl}/session"><input name="loginName"></form>`);
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    try {
      await desk.page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
      const asked = await desk.page.evaluate(async (to) => {
        const body = JSON.stringify({ items: [{ word: '闯进来的词' }] });
        const headers = { 'content-type': 'application/json', 'x-jishi-console': '1' };
        const ways: RequestInit[] = [
          { method: 'PUT', credentials: 'include', headers, body },
          { method: 'POST', credentials: 'include', mode: 'no-cors', body },
          { method: 'GET', credentials: 'include' },
        ];
        return Promise.all(
          ways.map((way) =>
            fetch(`${to}/admin/hot-words`, way).then(
              async (answer) => `${answer.type} ${await answer.text()}`,
              () => 'refused',
            ),
          ),
        );
      }, shop.consoleUrl);
      expect(asked).toEqual(['refused', 'refused', 'refused']);
      const answered = desk.page.waitForResponse((response) => response.url().endsWith('/session'));
      await desk.page.evaluate(() => document.forms[0]!.submit());
      expect((await answered).status()).toBe(403);
      expect(await shop.rows('select * from hot_words')).toEqual([]);
    } finally {
      stranger.close();
      await desk.close();
    }
  }, 120_000);

  test('a script in a name is shown as text, and the policy runs no inline script at all', async () => {
    const name = '<img src=x onerror="hacked=1">';
    await hire('mallory', 'operator', name);
    const desk = await deskOf(await open(shop.url), shop);
    await desk.go('/employees');
    await desk.reads(name);
    const hacked = await desk.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 2';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.hacked = 3">');
      return new Promise((resolve) =>
        requestAnimationFrame(() => resolve((window as { hacked?: number }).hacked ?? null)),
      );
    });
    expect(hacked).toBeNull();
    await desk.close();
  }, 120_000);

  test('a password that an owner gave must be changed before anything else', async () => {
    await hire('ayuan', 'operator');
    const desk = await deskOf(await open(shop.url), shop);
    await desk.go('/employees');
    await desk.page.getByRole('row', { name: /ayuan/ }).getByRole('button', { name: '重置密码' }).click();
    await desk.press('重置');
    const given = await desk.page.locator('.secret').innerText();
    await desk.close();

    const { page, enter, fill, press, reads } = await door();
    await enter('ayuan', given.trim());
    await reads('先换一个密码');
    await fill('现在的密码', given.trim());
    await fill('新密码', 'a longer password');
    await fill('再填一遍', 'another password');
    await press('换成新密码');
    await reads('两次填的不一样');
    await fill('再填一遍', 'a longer password');
    await press('换成新密码');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
  }, 120_000);

  test('the menu has what the role may do, and a page that is not theirs says so kindly', async () => {
    await hire('dianyuan', 'staff');
    const desk = await deskOf(await open(shop.url), shop, 'dianyuan');
    const menu = await desk.page.getByRole('navigation', { name: '主导航' }).getByRole('menuitem').allInnerTexts();
    expect(menu).toEqual(['数据看板', '商品', '订单', '售后']);
    await desk.go('/employees');
    await desk.reads('店员没有“员工与角色”的权限');
    await desk.go('/nowhere');
    await desk.reads('没有这个页面');
    await desk.close();
  }, 120_000);

  test('the first owner comes in with the token of the terminal', async () => {
    await shop.rows("update employees set state = 'disabled' where role = 'owner'");
    const setup = await prepareFirstOwner({ ...shop.ctx, env: { ...shop.ctx.env, DEMO_SHOP: 'off' } });
    const { page, fill, press, reads } = await door();
    await reads('建立店主账号');
    await fill('姓名', '沈知夏');
    await fill('账号', 'zhixia');
    await fill('密码', 'a password of hers');
    await fill('再填一遍', 'a password of hers');
    await fill('一次性口令', 'a guess');
    await press('建立并登录');
    await reads('口令不对，或者已经用过');
    await fill('一次性口令', setup?.kind === 'setup' ? setup.token : '');
    await press('建立并登录');
    await page.getByRole('button', { name: /沈知夏/ }).waitFor();
  }, 120_000);
});
