import { smallShop, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';
import { shopperOf } from './shopper';

let shop: SmallShop;
beforeAll(async () => {
  shop = await smallShop();
}, 120_000);
afterAll(() => shop.close());

withBrowser('leaving the shop on the H5 page', (open) => {
  test('the deletion of an account is asked for with a second thought, has seven days, and is taken back', async () => {
    const shopper = await shopperOf(open, shop);
    const { page, enter, reads, tap, tapLast, answer } = shopper;
    const wishes = () =>
      shop.rows(`select (due_at - requested_at = interval '7 days') as "isSevenDays" from account_deletions
        where user_id = ${shopper.userId}`);
    await enter();
    await tapLast('我的');
    await tap('设置');
    await tap('注销账号');
    await reads('注销前请确认', '注销之后', '申请之后有 7 天冷静期，期间一切照常，随时可以撤回。');
    await tap('申请注销账号');
    await reads('申请注销账号吗？', '7 天内随时可以撤回');
    await answer('再想想');
    expect(await wishes()).toEqual([]);

    await tap('申请注销账号');
    await answer('申请注销');
    await reads('已经申请注销', /^\d+ 月 \d+ 日 \d\d:\d\d 之前都可以撤回$/);
    expect(await wishes()).toEqual([{ isSevenDays: true }]);
    await page.goBack();
    await reads('已申请');

    await tap('注销账号');
    await tap('撤回申请，留下来');
    await reads('撤回了，欢迎留下', '申请注销账号');
    expect(await wishes()).toEqual([]);
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);
});
