import { buildApp } from '../src/app';
import { sql } from '../src/db/db';
import { contextFor } from '../src/openContext';
import { employee, type EmployeeClient } from './support/employees';
import { ask, DEVICE, heading, HOME, idOf, layout, MEMBER, publish, saveDraft, titlesOf } from './support/layouts';
import { addStore } from './support/shopRules';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let marketer: EmployeeClient;
let storeId: string;
beforeAll(async () => {
  shop = await testApp();
  marketer = await employee(shop, 'marketer');
  storeId = await addStore(shop.ctx, { name: '西湖店' });
});
afterAll(() => shop.close());
afterEach(async () => {
  await shop.ctx.db.query(sql`update layout_releases set withdrawn_at = ${shop.ctx.now()} where withdrawn_at is null`);
  await shop.ctx.db.query(sql`update revisions set revision = revision + 1 where scope = 'layouts'`);
});

const titles = async (query: Record<string, string> = {}) => titlesOf(await ask(shop, { query }));
const inMs = (ms: number) => new Date(shop.ctx.now().getTime() + ms).toISOString();
const MINUTE_MS = 60_000;
let campaigns = 0;

async function campaign(): Promise<{ id: string; slug: string }> {
  const slug = `sale-${++campaigns}`;
  const { body } = await marketer.send('POST', '/admin/layouts', { slug, title: '活动' });
  return { id: body.page.id, slug };
}

test('a page that was never released answers no document, and a campaign that is not there is not found', async () => {
  expect(await ask(shop)).toMatchObject({ status: 200, body: { releaseId: null, document: null, nextChangeAt: null } });
  expect((await ask(shop, { slug: 'nothing' })).status).toBe(404);
  const { slug } = await campaign();
  expect((await ask(shop, { slug })).status).toBe(404);
});

test('what is published is there at the next request, defaults filled and without the marketers’ notes', async () => {
  const release = await publish(marketer, HOME, layout([heading('新', { note: '给小王看' })]));
  const { body } = await ask(shop);
  expect(body).toMatchObject({ releaseId: release.id, versionId: release.arms[0].versionId, arm: 0 });
  expect(body.document.blocks).toEqual([
    { id: idOf('新'), kind: 'heading', v: 1, props: { title: '新', subtitle: '', link: { type: 'none' } } },
  ]);
});

test('a client that has the page gets 304 without a body until it changes, whatever the time of day', async () => {
  await publish(marketer, HOME, layout([heading('一')]));
  const { etag } = (await ask(shop)).headers;
  shop.advance(MINUTE_MS);
  const again = await ask(shop, { headers: { 'if-none-match': etag! } });
  expect([again.status, again.text]).toEqual([304, '']);
  expect(again.headers).toMatchObject({ etag, 'cache-control': 'private, no-cache' });
  await publish(marketer, HOME, layout([heading('二')]));
  expect((await ask(shop, { headers: { 'if-none-match': etag! } })).status).toBe(200);
});

test('another process answers what was published in this one at its next request', async () => {
  const ctx = await contextFor(shop.ctx.env, shop.ctx.db);
  ctx.now = shop.ctx.now;
  const app = await buildApp(ctx);
  for (const title of ['甲', '乙', '丙']) {
    await publish(marketer, HOME, layout([heading(title)]));
    expect(titlesOf(await ask({ app }))).toEqual([title]);
  }
  await app.close();
});

test('a scheduled page takes over at its second and leaves at its second, and clients are told when', async () => {
  await publish(marketer, HOME, layout([heading('平日')]));
  const [from, until] = [inMs(10 * MINUTE_MS), inMs(20 * MINUTE_MS)];
  const { state } = await publish(marketer, HOME, layout([heading('大促')]), { from, until });
  expect(state).toBe('waiting');
  // a fix of today does not cancel what is planned
  await publish(marketer, HOME, layout([heading('平日改')]));
  expect((await ask(shop)).body.nextChangeAt).toBe(from);
  const moments = [
    [-1, '平日改'],
    [0, '大促'],
    [10 * MINUTE_MS - 1, '大促'],
    [10 * MINUTE_MS, '平日改'],
  ] as const;
  const clock = shop.ctx.now;
  for (const [after, title] of moments) {
    shop.ctx.now = () => new Date(Date.parse(from) + after);
    expect(await titles()).toEqual([title]);
  }
  shop.ctx.now = clock;
});

test('a block’s window to come goes along and opens on time; one that is over does not go along', async () => {
  const from = inMs(MINUTE_MS);
  const blocks = [
    heading('将来', { visible: { from } }),
    heading('过去', { visible: { until: inMs(-MINUTE_MS) } }),
    heading('现在'),
  ];
  await publish(marketer, HOME, layout(blocks));
  const { body } = await ask(shop);
  expect(titlesOf({ body })).toEqual(['将来', '现在']);
  expect([body.document.blocks[0].visible, body.nextChangeAt]).toEqual([{ from }, from]);
});

test.each([
  ['platforms', { platforms: ['weapp'] }, { platform: 'weapp' }, { platform: 'h5' }],
  ['appIds', { appIds: ['wx1'] }, { appId: 'wx1' }, { appId: 'wx2' }],
  ['channels', { channels: ['街边'] }, { channel: '街边' }, {}],
])('a release for certain %s reaches these and nobody else', async (_, audience, theirs, others) => {
  await publish(marketer, HOME, layout([heading('大家')]));
  await publish(marketer, HOME, layout([heading('你们')]), { audience, priority: 1 });
  expect(await titles(theirs)).toEqual(['你们']);
  expect(await titles(others)).toEqual(['大家']);
});

test('a release for a store reaches whoever is at it, and nobody else', async () => {
  await publish(marketer, HOME, layout([heading('大家')]));
  await publish(marketer, HOME, layout([heading('你们')]), { audience: { storeIds: [storeId] }, priority: 1 });
  expect(await titles({ storeId })).toEqual(['你们']);
  expect(await titles({ storeId: '13' })).toEqual(['大家']);
});

test('blocks are for the clients they are meant for', async () => {
  const blocks = [
    heading('微信', { visible: { platforms: ['weapp'] } }),
    heading('街边', { visible: { channels: ['街边'] } }),
    heading('藏着', { visible: { isHidden: true } }),
    heading('访客', { visible: { login: 'out' } }),
    heading('会员', { visible: { login: 'in' } }),
  ];
  await publish(marketer, HOME, layout(blocks));
  expect(await titles()).toEqual(['访客']);
  expect(await titles({ channel: '街边', platform: 'weapp' })).toEqual(['微信', '街边', '访客']);
  const guest = await shop.shopper();
  const member = await shop.shopper({
    platform: 'weapp',
    appId: 'wx1',
    code: 'fake-member',
    deviceId: 'device-member',
  });
  const as = async (token: string) => titlesOf(await ask(shop, { headers: { authorization: `Bearer ${token}` } }));
  expect(await as(guest.token)).toEqual(['访客']);
  expect(await as(member.token)).toEqual(['会员']);
  expect(await as('x'.repeat(43))).toEqual(['访客']);
});

test('of two marketers on one draft the second is told who was first, and nothing is lost', async () => {
  const second = await employee(shop, 'marketer');
  const { revision } = (await marketer.send('GET', `/admin/layouts/${MEMBER}/draft`)).body;
  const url = `/admin/layouts/${MEMBER}/draft`;
  const first = layout([heading('先')], 'member');
  expect((await marketer.send('PUT', url, { document: first, revision })).body.revision).toBe(revision + 1);
  const late = await second.send('PUT', url, { document: layout([heading('后')], 'member'), revision });
  expect(late).toMatchObject({
    status: 409,
    body: { error: { code: 'draft_changed', details: { revision: revision + 1, editedBy: 'marketer' } } },
  });
  expect((await second.send('GET', url)).body.document).toEqual(first);
  const wish = { arms: [{ versionId: null, weight: 100 }], revision };
  expect((await second.send('POST', `/admin/layouts/${MEMBER}/releases`, wish)).status).toBe(409);
});

test('a draft is kept as it was sent, unknown blocks too, but for what could run in rich text', async () => {
  const unknown = { id: 'new', kind: 'lottery', v: 7, props: { deep: [{ a: null }] } };
  const evil = {
    id: 'rich',
    kind: 'richText',
    v: 1,
    props: { html: '<p onclick="x()">好<script>alert(1)</script></p>' },
  };
  await saveDraft(marketer, HOME, { ...layout([]), blocks: [unknown, evil], later: 1 });
  const { document, problems } = (await marketer.send('GET', `/admin/layouts/${HOME}/draft`)).body;
  expect(document).toMatchObject({ later: 1, blocks: [unknown, { ...evil, props: { html: '<p>好</p>' } }] });
  expect(problems).toContainEqual({
    level: 'error',
    blockId: 'new',
    path: 'blocks.0.kind',
    text: '这里不认识「lottery」这种区块，删掉才能发布',
  });
  const wish = { arms: [{ versionId: null, weight: 100 }] };
  const refused = await marketer.send('POST', `/admin/layouts/${HOME}/releases`, wish);
  expect(refused).toMatchObject({ status: 422, body: { error: { code: 'layout_invalid' } } });
  const { revision } = (await marketer.send('GET', `/admin/layouts/${HOME}/draft`)).body;
  const big = { ...layout([]), blob: 'x'.repeat(100_001) };
  expect((await marketer.send('PUT', `/admin/layouts/${HOME}/draft`, { document: big, revision })).status).toBe(413);
});

test('the same content is the same version, another one is the next', async () => {
  const { id } = await campaign();
  const numbers = [];
  for (const title of ['甲', '甲', '乙', '甲']) {
    const release = await publish(marketer, id, layout([heading(title)], 'campaign'));
    numbers.push(release.arms[0].versionNumber);
  }
  expect(numbers).toEqual([1, 1, 2, 3]);
  const { items } = (await marketer.send('GET', `/admin/layouts/${id}/versions`)).body;
  expect(items.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1]);
  const whole = await marketer.send('GET', `/admin/layout-versions/${items[0].id}`);
  expect(whole.body).toMatchObject({ pageId: id, document: { blocks: [{ props: { title: '甲' } }] } });
});

test('a roll-back is a release of its own, and what was live or planned is withdrawn', async () => {
  const old = await publish(marketer, HOME, layout([heading('旧')]));
  const bad = await publish(marketer, HOME, layout([heading('坏')]), { priority: 50 });
  await publish(marketer, HOME, layout([heading('后天')]), { from: inMs(48 * 60 * MINUTE_MS) });
  const { versionId } = old.arms[0];
  const back = await marketer.send('POST', `/admin/layouts/${HOME}/rollback`, { versionId, note: '撤回' });
  expect(back).toMatchObject({ status: 201, body: { state: 'live', undoes: bad.id, rollout: 100 } });
  expect(await titles()).toEqual(['旧']);
  const { items } = (await marketer.send('GET', `/admin/layouts/${HOME}/releases?limit=4`)).body;
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['live', 'withdrawn', 'withdrawn', 'withdrawn']);
  const [page] = (await marketer.send('GET', '/admin/layouts')).body.items;
  expect(page).toMatchObject({ slug: 'home', hasChanges: false, releases: [{ id: back.body.id }] });
  const other = await campaign();
  expect((await marketer.send('POST', `/admin/layouts/${other.id}/rollback`, { versionId })).status).toBe(404);
});

test('what is withdrawn makes way for the one beneath it, once', async () => {
  await publish(marketer, HOME, layout([heading('底')]));
  const top = await publish(marketer, HOME, layout([heading('面')]));
  expect(await titles()).toEqual(['面']);
  const url = `/admin/layout-releases/${top.id}/withdraw`;
  expect((await marketer.send('POST', url)).body.state).toBe('withdrawn');
  expect(await titles()).toEqual(['底']);
  expect((await marketer.send('POST', url)).status).toBe(409);
});

test('a roll-out only grows, and arms are what they were when it was released', async () => {
  const base = await publish(marketer, HOME, layout([heading('甲')]));
  await saveDraft(marketer, HOME, layout([heading('乙')]));
  const arms = [
    { versionId: base.arms[0].versionId, weight: 40 },
    { versionId: null, weight: 60 },
  ];
  const wish = { arms, rollout: 20, priority: 1 };
  const release = (await marketer.send('POST', `/admin/layouts/${HOME}/releases`, wish)).body;
  const url = `/admin/layout-releases/${release.id}/rollout`;
  expect((await marketer.send('PUT', url, { rollout: 10 })).status).toBe(409);
  const grown = await marketer.send('PUT', url, { rollout: 100 });
  expect(grown.body).toMatchObject({ rollout: 100, arms: release.arms });
  const seen = new Set<string>();
  for (let nth = 0; nth < 40; nth++) {
    const { body } = await ask(shop, { query: { deviceId: `device-arm-${nth}` } });
    seen.add(`${body.arm} ${titlesOf({ body })}`);
  }
  expect([...seen].sort()).toEqual(['0 甲', '1 乙']);
  const same = {
    arms: [
      { versionId: release.arms[1].versionId, weight: 50 },
      { versionId: null, weight: 50 },
    ],
  };
  expect((await marketer.send('POST', `/admin/layouts/${HOME}/releases`, same)).status).toBe(400);
});

test('a campaign can be copied and deleted, but not while it is released, and the fixed pages never', async () => {
  const { id, slug } = await campaign();
  await publish(marketer, id, layout([heading('活动')], 'campaign'));
  expect(titlesOf(await ask(shop, { slug }))).toEqual(['活动']);
  const { items: pages } = (await marketer.send('GET', '/admin/layouts')).body;
  expect([pages[3].slug, pages[3].title]).toEqual([slug, '标题']);
  const copy = await marketer.send('POST', '/admin/layouts', { slug: `${slug}-copy`, title: '又来', copyOf: id });
  expect(copy.body).toMatchObject({ document: { title: '又来', blocks: [{ props: { title: '活动' } }] }, revision: 1 });
  expect((await marketer.send('POST', '/admin/layouts', { slug, title: '重名' })).status).toBe(409);
  expect((await marketer.send('POST', '/admin/layouts', { slug: 'home', title: '重名' })).status).toBe(409);
  expect((await marketer.send('DELETE', `/admin/layouts/${id}`)).status).toBe(409);
  const [release] = (await marketer.send('GET', `/admin/layouts/${id}/releases`)).body.items;
  await marketer.send('POST', `/admin/layout-releases/${release.id}/withdraw`);
  expect((await marketer.send('DELETE', `/admin/layouts/${id}`)).status).toBe(200);
  expect((await ask(shop, { slug })).status).toBe(404);
  expect((await marketer.send('DELETE', `/admin/layouts/${HOME}`)).status).toBe(409);
});

test('every change is in the audit log', async () => {
  const owner = await employee(shop, 'owner');
  await publish(owner, HOME, layout([heading('记下')]));
  const { items } = (await owner.send('GET', '/admin/audit?limit=2')).body;
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    'POST /admin/layouts/:pageId/releases',
    'PUT /admin/layouts/:pageId/draft',
  ]);
  expect(items[0].after).toMatchObject({ rollout: 100, arms: [{ weight: 100 }] });
});

test('a device’s own clock and words about itself change nothing but what is meant for it', async () => {
  await publish(marketer, HOME, layout([heading('准点')]), { from: inMs(-MINUTE_MS) });
  const { body } = await ask(shop, { headers: { date: 'Thu, 01 Jan 2032 00:00:00 GMT' } });
  expect(Math.abs(Date.parse(body.serverTime) - shop.ctx.now().getTime())).toBeLessThan(MINUTE_MS);
  expect(titlesOf({ body })).toEqual(['准点']);
  expect((await ask(shop, { query: { deviceId: 'x' } })).status).toBe(400);
  expect((await ask(shop, { query: { deviceId: DEVICE, contract: '0' } })).status).toBe(400);
});
