import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { PREVIEW_PROTOCOL, type FromFrame } from '@jishi/contract/plain/preview';
import { LayoutDocument, type LayoutInput } from '@jishi/contract/layouts';
import { createPreview } from '../../server/src/layouts/previews';
import { releaseCampaign } from '../support/campaign';
import { smallShop, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';

/** A page of the console's origin with the shop in a frame; it keeps what the frame says. */
const editor = `<!doctype html><title>编辑</title><iframe style="width:375px;height:700px;border:0"></iframe><script>
  window.said = [];
  addEventListener('message', ({ data, origin }) => said.push({ ...data, origin }));
</script>`;

let shop: SmallShop;
let console_: Server;
let stranger: Server;
const urlOf = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`;
const serve = () =>
  new Promise<Server>((resolve) => {
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(editor));
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

beforeAll(async () => {
  [console_, stranger] = await Promise.all([serve(), serve()]);
  shop = await smallShop({ CONSOLE_URL: urlOf(console_) });
}, 120_000);
afterAll(async () => {
  await shop.close();
  console_.close();
  stranger.close();
});

const heading = (id: string, title: string, visible: object = {}) => ({
  id,
  kind: 'heading' as const,
  v: 1 as const,
  props: { title, link: { type: 'page' as const, to: 'orders' as const } },
  visible,
});
const home = (...blocks: LayoutInput['blocks']) =>
  LayoutDocument.parse({ contract: 1, page: 'home', title: '草稿', blocks });

type Said = FromFrame & { origin: string };

withBrowser('the shop in the console’s frame', (open) => {
  async function openEditor(where: Server) {
    const { page } = await open(urlOf(where));
    const pageId = await releaseCampaign(shop.ctx, `fair-${Date.now()}`, {
      ...home(heading('a', '已发布')),
      page: 'campaign',
    });
    const { token } = await createPreview(shop.ctx, pageId);
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' && request.url().startsWith(shop.url)) posts.push(request.url());
    });
    await page.evaluate((url) => {
      document.querySelector('iframe')!.src = url;
    }, `${shop.url}/preview?token=${token}#/pages/home/index`);
    return { page, posts };
  }
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: Said[] }).said);
  const waitFor = async <K extends Said['kind']>(page: Page, kind: K, more: Partial<Said> = {}) => {
    const wanted = JSON.stringify({ kind, ...more });
    const handle = await page.waitForFunction((text) => {
      const entries = Object.entries(JSON.parse(text) as object);
      const all = (window as unknown as { said: Record<string, unknown>[] }).said;
      return all.filter((one) => entries.every(([key, value]) => one[key] === value)).pop();
    }, wanted);
    return (await handle.jsonValue()) as unknown as Extract<Said, { kind: K }>;
  };
  const send = (page: Page, message: object, to = shop.url) =>
    page.evaluate(
      ([body, origin]) => document.querySelector('iframe')!.contentWindow!.postMessage(body, origin as string),
      [{ protocol: PREVIEW_PROTOCOL, ...message }, to],
    );
  const frameOf = (page: Page): Frame => page.frames().find((frame) => frame.url().startsWith(shop.url))!;
  const shownFor = { platform: 'weapp', isMember: false, at: null };

  test('it draws what the editor sends, says where each block stands, and a tap picks a block and leads nowhere', async () => {
    const { page, posts } = await openEditor(console_);
    expect((await waitFor(page, 'ready')).origin).toBe(shop.url);
    const document = home(
      heading('a', '甲'),
      heading('b', '只给支付宝', { platforms: ['alipay'] }),
      heading('c', '只给会员', { login: 'in' }),
      heading('d', '明天才有', { from: '2099-01-01T00:00:00.000Z' }),
      heading('e', '乙'),
    );
    await send(page, { kind: 'document', revision: 3, document, ...shownFor });
    const drawn = await waitFor(page, 'drawn', { revision: 3 } as Partial<Said>);
    expect(drawn).toMatchObject({ hiddenBlockIds: ['b', 'c', 'd'], failedBlockIds: [] });
    expect(drawn.boxes.map(({ blockId }) => blockId)).toEqual(['a', 'e']);
    const [first, second] = drawn.boxes;
    expect(second!.top).toBeGreaterThanOrEqual(first!.top + first!.height);

    await send(page, {
      kind: 'document',
      revision: 4,
      document,
      platform: 'alipay',
      isMember: true,
      at: '2099-02-01T00:00:00.000Z',
    });
    const later = await waitFor(page, 'drawn', { revision: 4 } as Partial<Said>);
    expect(later.boxes.map(({ blockId }) => blockId)).toEqual(['a', 'b', 'c', 'd', 'e']);

    const frame = frameOf(page);
    const address = frame.url();
    await frame.getByText('更多').first().tap();
    expect((await waitFor(page, 'picked')).blockId).toBe('a');
    await frame.locator('.weui-tabbar__item').last().tap({ force: true });
    await send(page, { kind: 'select', blockId: 'e' });
    await frame.locator('[data-block=e].jd-picked').waitFor();
    expect(frameOf(page).url()).toBe(address);
    expect(posts).toEqual([]);
  }, 120_000);

  test('documents of other pages are drawn on those pages', async () => {
    const { page } = await openEditor(console_);
    await waitFor(page, 'ready');
    const pages = ['campaign', 'member', 'category'] as const;
    for (const [index, name] of pages.entries()) {
      const document = { ...home(heading('a', `在${name}`)), page: name };
      await send(page, { kind: 'document', revision: index, document, ...shownFor });
      await frameOf(page).getByText(`在${name}`).filter({ visible: true }).waitFor();
    }
  }, 120_000);

  test('what a page of another origin sends is not drawn, and it hears nothing', async () => {
    const { page } = await openEditor(console_);
    await waitFor(page, 'ready');
    await send(page, { kind: 'document', revision: 1, document: home(heading('a', '真的')), ...shownFor });
    await frameOf(page).getByText('真的').waitFor();
    // a window inside the shop's own page is not the parent
    await frameOf(page).evaluate((message) => window.postMessage(message, '*'), {
      protocol: PREVIEW_PROTOCOL,
      kind: 'document',
      revision: 2,
      document: home(heading('a', '假的')),
      ...shownFor,
    });
    await send(page, { kind: 'document', revision: 3, document: home(heading('a', '又是真的')), ...shownFor });
    await frameOf(page).getByText('又是真的').waitFor();
    expect((await said(page)).map((one) => ('revision' in one ? one.revision : -1))).not.toContain(2);

    const other = await openEditor(stranger);
    await other.page.waitForLoadState('networkidle');
    expect(await said(other.page)).toEqual([]);
  }, 120_000);
});
