import { employee, type EmployeeClient } from './support/employees';
import { sql } from '../src/db/db';
import { countReach } from '../src/layouts/reach';
import { product, stockShelf } from './support/fixtures';
import { heading, HOME, layout, MEMBER, publish, saveDraft } from './support/layouts';
import { gradient, uploader } from './support/pictures';
import { addStore } from './support/shopRules';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let marketer: EmployeeClient;
let productId: string;
let goneId: string;
beforeAll(async () => {
  shop = await testApp();
  marketer = await employee(shop, 'marketer');
  ({ productId } = await stockShelf(shop.ctx, product({ handle: 'here', tags: ['热卖'] })));
  ({ productId: goneId } = await stockShelf(shop.ctx, product({ handle: 'gone', title: '老茶', state: 'off_shelf' })));
});
afterAll(() => shop.close());

interface Found {
  level: string;
  blockId: string | null;
  path: string;
  text: string;
}

const draftOf = (pageId: string) => marketer.send('GET', `/admin/layouts/${pageId}/draft`);
async function problemsOf(blocks: unknown[], more: object = {}): Promise<string[]> {
  await saveDraft(marketer, HOME, { ...layout([]), blocks, ...more });
  const found: Found[] = (await draftOf(HOME)).body.problems;
  return found.map(({ level, path, text }) => `${level} ${path} ${text}`);
}
const linked = (link: object, changes: object = {}) => ({ ...heading('去'), props: { title: '去', link }, ...changes });
const sourced = (source: object) => ({
  id: 'goods',
  kind: 'products',
  v: 1,
  props: { source, link: { type: 'none' } },
});
const banner = (picture: object, more: object = {}) => ({
  id: 'banner',
  kind: 'banner',
  v: 1,
  props: { items: [{ picture, link: { type: 'none' } }], ...more },
});
const inDays = (days: number) => new Date(shop.ctx.now().getTime() + days * 86_400_000).toISOString();

test('what is wrong in a form is said in Chinese, with the field’s name and its block', async () => {
  const blocks = [
    { ...heading('好'), props: { title: '', subtitle: 'x'.repeat(30), link: { type: 'nowhere' } } },
    { id: 'grid', kind: 'navGrid', v: 1, props: { source: { from: 'items', items: [{}] }, columns: 7 } },
    { id: 'rich', kind: 'richText', v: 2, props: { html: '<p>x</p>' } },
    'x',
  ];
  const found = await problemsOf(blocks, { theme: { primary: 'red' }, title: '' });
  expect(found).toEqual(
    expect.arrayContaining([
      'error title 标题：没有填',
      'error theme.primary 主色：格式不对',
      'error blocks.0.props.title 标题：没有填',
      'error blocks.0.props.subtitle 副标题：至多 20 个字',
      'error blocks.0.props.link.type 跳转：选的内容不对',
      'error blocks.1.props.source.items.0.picture 图片：没有填',
      'error blocks.1.props.source.items.0.text 文字：没有填',
      'error blocks.1.props.columns 每行：选的内容不对',
      'error blocks.2.v 这个区块是更新的版本做的，这里改不了也发不了',
      'error blocks.3 填的内容不对',
    ]),
  );
  expect(found.join()).not.toMatch(/Invalid|expected|received|Too /);
  const { problems } = (await draftOf(HOME)).body;
  expect(problems.find(({ path }: Found) => path === 'blocks.1.props.columns').blockId).toBe('grid');
});

test('products, categories, tags and campaigns that a page leads to must be there', async () => {
  await marketer.send('POST', '/admin/layouts', { slug: 'unreleased', title: '活动' });
  const one = async (link: object, changes?: object) => (await problemsOf([linked(link, changes)]))[0];
  expect(await one({ type: 'product', productId })).toBeUndefined();
  expect(await one({ type: 'product', productId: '77' })).toBe('error blocks.0.props.link.productId 商品不存在了');
  expect(await one({ type: 'product', productId: goneId })).toContain(
    'error blocks.0.props.link.productId 「老茶」已下架',
  );
  expect(await one({ type: 'category', slug: 'none' })).toContain('error blocks.0.props.link.slug 分类');
  expect(await one({ type: 'campaign', slug: 'none' })).toContain('不存在了');
  expect(await one({ type: 'campaign', slug: 'unreleased' })).toContain('还没有发布');
  expect(await one({ type: 'tag', tag: '热卖' })).toBeUndefined();
  expect(await one({ type: 'tag', tag: '冷门' })).toContain('warning blocks.0.props.link.tag 没有商品');
  const hidden = await problemsOf([
    linked({ type: 'product', productId: '77' }, { visible: { isHidden: true } }),
    { ...heading('也在'), id: 'second' },
  ]);
  expect(hidden).toEqual(['warning blocks.0.props.link.productId 商品不存在了']);
  expect(await problemsOf([sourced({ from: 'ids', ids: [productId, goneId, '77'] })])).toEqual([
    'error blocks.0.props.source.ids.2 商品不存在了',
    'warning blocks.0.props.source.ids.1 「老茶」已下架，顾客看不到',
  ]);
});

test('pictures must be in the store, light, and of the shape that they are shown in', async () => {
  const upload = uploader(shop, (await employee(shop, 'operator')).token);
  const { body: asset } = await upload(await gradient(900, 400, 16));
  const good = { url: asset.url, width: 900, height: 400 };
  expect(await problemsOf([banner(good)])).toEqual([]);
  const place = 'blocks.0.props.items.0.picture';
  expect(await problemsOf([banner({ ...good, url: '/assets/aa/none.jpg' })])).toEqual([
    `error ${place} 图片不存在了，重新选一张`,
  ]);
  expect((await problemsOf([banner({ ...good, url: '/assets/private/aa/x.jpg' })]))[0]).toContain('不存在了');
  expect((await problemsOf([banner({ ...good, url: 'https://cdn.example.com/a.jpg' })]))[0]).toContain('不在素材库');
  expect(await problemsOf([banner(good, { ratio: '1:1' })])).toEqual([
    `warning ${place} 图片是 900×400，不是 1:1，边上会被裁掉`,
  ]);
  expect(await problemsOf([banner({ ...good, height: 900 }, { ratio: '1:1' })])).toEqual([
    `warning ${place} 图片的宽高和登记的不一样，重新选一次`,
  ]);
  for (const [bytes, level] of [
    [1_200_000, 'error'],
    [400_000, 'warning'],
  ] as const) {
    await shop.ctx.db.query(sql`update assets set bytes = ${bytes} where asset_id = ${asset.id}`);
    expect((await problemsOf([banner(good)]))[0]).toContain(`${level} ${place} 图片有 ${bytes / 1000} KB`);
  }
});

test('films must be in the store or safe elsewhere, and not too heavy for a phone', async () => {
  const film = (url: string, more: object = {}) => ({
    id: 'film',
    kind: 'video',
    v: 1,
    props: { url, poster: { url: 'https://cdn.example.com/p.jpg', width: 16, height: 9 } },
    ...more,
  });
  const told = async (url: string, more?: object) =>
    (await problemsOf([film(url, more), heading('字')])).filter((text) => text.includes('blocks.0.props.url'));
  for (const [name, bytes] of Object.entries({ short: 1_000_000, long: 12_000_000, endless: 51_000_000 }))
    await shop.ctx.db.query(
      sql`insert into assets (asset_id, name, width, height, bytes, state, created_at)
        values (${shop.ctx.makeId()}, ${`demo/${name}.mp4`}, 1280, 720, ${bytes}, 'ready', ${shop.ctx.now()})`,
    );
  expect(await told('/assets/demo/short.mp4')).toEqual([]);
  expect(await told('/assets/demo/long.mp4')).toEqual([
    'warning blocks.0.props.url 视频有 12 MB，费流量，最好不超过 10 MB',
  ]);
  expect(await told('/assets/demo/endless.mp4')).toEqual([
    'error blocks.0.props.url 视频有 51 MB，太大了，不能超过 50 MB',
  ]);
  expect(await told('https://films.example.com/tea.mp4')).toEqual([
    'warning blocks.0.props.url 视频不在素材库，可能打不开，也管不了大小',
  ]);
  for (const url of ['/assets/demo/none.mp4', '/assets/../secret.mp4', '/assets/private/aa/x.mp4'])
    expect(await told(url)).toEqual(['error blocks.0.props.url 视频不存在了，换一个地址']);
  expect(await told('/assets/demo/none.mp4', { visible: { isHidden: true } })).toEqual([
    'warning blocks.0.props.url 视频不存在了，换一个地址',
  ]);
  for (const url of ['http://films.example.com/tea.mp4', '/assets/demo/short.mov', 'javascript:alert(1)//.mp4'])
    expect(await told(url)).toEqual(['error blocks.0.props.url 视频地址（mp4）：格式不对']);
});

test('stores that a block or a release is for must be there', async () => {
  const open = await addStore(shop.ctx, { name: '西湖店' });
  const closed = await addStore(shop.ctx, { name: '老店', isActive: false });
  const found = await problemsOf([heading('店', { visible: { storeIds: [open, closed, '77'] } })]);
  expect(found).toEqual([
    'error blocks.0.visible.storeIds.2 门店不存在了，重新选',
    'warning blocks.0.visible.storeIds.1 「老店」已停业，选它的人看不到',
  ]);
  await saveDraft(marketer, HOME, layout([heading('店')]));
  const release = (storeIds: string[]) =>
    marketer.send('POST', `/admin/layouts/${HOME}/releases`, {
      arms: [{ versionId: null, weight: 100 }],
      audience: { storeIds },
    });
  expect(await release([open, '77'])).toMatchObject({
    status: 400,
    body: { error: { details: { issues: [{ path: 'body.audience.storeIds', message: '有门店不存在了，重新选' }] } } },
  });
  expect((await release([open, open])).status).toBe(201);
});

test('faint colours, an empty home page and what is over are told', async () => {
  expect(await problemsOf([])).toEqual(['error blocks 页面是空的，至少要有一个显示的区块']);
  const none = await problemsOf([heading('藏', { visible: { isHidden: true } })]);
  expect(none[0]).toContain('error blocks 页面是空的');
  await saveDraft(marketer, MEMBER, layout([], 'member'));
  expect((await draftOf(MEMBER)).body.problems[0].level).toBe('warning');
  const faint = await problemsOf([heading('字')], {
    theme: { primary: '#ffcc00', price: '#cccccc', paper: '#333333' },
  });
  expect(faint.map((text) => text.split(' ')[1])).toEqual(
    expect.arrayContaining(['theme.primary', 'theme.price', 'theme.paper']),
  );
  expect(
    await problemsOf([heading('字')], { theme: { primary: '#1f7560', price: '#bb3d0a', paper: '#f2f4ed' } }),
  ).toEqual([]);
  const over = [
    heading('过', { visible: { until: inDays(-1) } }),
    { id: 'clock', kind: 'countdown', v: 1, props: { text: '还剩', until: inDays(-1), link: { type: 'none' } } },
  ];
  expect((await problemsOf(over)).map((text) => text.split(' ')[1])).toEqual([
    'blocks.0.visible.until',
    'blocks.1.props.until',
  ]);
  expect(await problemsOf([heading('字')], { page: 'member' })).toEqual(['error page 这是另一种页面的内容']);
});

test('a block that many of last week’s devices are too old for is told with their share', async () => {
  const { id: releaseId } = await publish(marketer, HOME, layout([heading('看')]));
  const view = (nth: number, contract: number) =>
    shop.app.inject({
      method: 'POST',
      url: '/api/layout-views',
      payload: { deviceId: `device-old-${nth}`, platform: 'weapp', contract, releaseId, arm: 0 },
    });
  for (let nth = 0; nth < 10; nth++) await view(nth, nth < 3 ? 1 : 2);
  const spacer = { id: 'gap', kind: 'spacer', v: 1, props: {} };
  await countReach(shop.ctx);
  expect(await problemsOf([heading('看'), spacer])).toEqual(['warning blocks.1 近七天有 30% 的设备版本太旧，看不到它']);
  shop.advance(8 * 86_400_000);
  await countReach(shop.ctx);
  // a session does not live that long
  marketer = await employee(shop, 'marketer');
  expect(await problemsOf([heading('看'), spacer])).toEqual([]);
});
