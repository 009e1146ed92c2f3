import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { dayOf } from '../src/beijing';
import { sql } from '../src/db/db';
import { foldViews } from '../src/layouts/foldViews';
import { startLayoutUpkeep } from '../src/layouts/jobs';
import { countReach, readContracts, readWeekDevices } from '../src/layouts/reach';
import { employee, type EmployeeClient } from './support/employees';
import { ask, heading, HOME, layout, MEMBER, publish, saveDraft } from './support/layouts';
import { testApp, type TestApp } from './support/testApp';

const DAY_MS = 86_400_000;
const PAGES = [HOME, MEMBER];

let shop: TestApp;
let marketer: EmployeeClient;
beforeAll(async () => {
  shop = await testApp();
  marketer = await employee(shop, 'marketer');
});
afterAll(() => shop.close());

interface View {
  device: number;
  /** Index of a page, whose release has the same place. */
  page: number;
  arm: number;
  daysAgo: number;
  contract: number;
  hasFailed: boolean;
}

const views = fc.uniqueArray(
  fc.record<View>({
    device: fc.nat(5),
    page: fc.nat(1),
    arm: fc.nat(1),
    daysAgo: fc.nat(14),
    contract: fc.integer({ min: 1, max: 4 }),
    hasFailed: fc.boolean(),
  }),
  { selector: ({ device, page, arm, daysAgo }) => [device, page, arm, daysAgo].join(), maxLength: 60 },
);

const released = async () => {
  const ids = [];
  for (const page of PAGES) {
    const name = page === HOME ? 'home' : 'member';
    ids.push((await publish(marketer, page, layout([heading('看')], name))).id as string);
  }
  return ids;
};

async function write(all: readonly View[], releases: readonly string[]): Promise<void> {
  await shop.ctx.db.query(sql`delete from layout_views`);
  for (const { device, page, arm, daysAgo, contract, hasFailed } of all) {
    const at = new Date(shop.ctx.now().getTime() - daysAgo * DAY_MS);
    await shop.ctx.db.query(
      sql`insert into layout_views (device_id, release_id, arm, day, page_id, platform, contract, failed_block_ids, seen_at)
        values (${`device-${device}`}, ${releases[page]!}, ${arm}, ${dayOf(at)}, ${PAGES[page]!}, 'h5', ${contract},
          ${hasFailed ? ['x'] : []}, ${at})`,
    );
  }
}

/** Devices of these views by their newest contract. */
function byContract(all: readonly View[]): Map<number, number> {
  const newest = new Map<number, number>();
  for (const { device, contract } of all) newest.set(device, Math.max(newest.get(device) ?? 0, contract));
  const counts = new Map<number, number>();
  for (const contract of newest.values()) counts.set(contract, (counts.get(contract) ?? 0) + 1);
  return counts;
}

test('the devices of a week are counted once each, of every page and of the shop, by the newest build that each had', async () => {
  const releases = await released();
  const property = fc.asyncProperty(views, async (all) => {
    await write(all, releases);
    await countReach(shop.ctx);
    const week = all.filter(({ daysAgo }) => daysAgo < 7);
    const ofPages = await readWeekDevices(shop.ctx, null);
    for (const [page, id] of PAGES.entries())
      expect(ofPages.get(id) ?? 0).toBe(new Set(week.filter((one) => one.page === page).map((one) => one.device)).size);
    const ofShop = (await readContracts(shop.ctx)).map(({ contract, devices }) => [contract, devices] as const);
    expect(new Map(ofShop)).toEqual(byContract(week));
  });
  await fc.assert(property, runs(300));
});

test('folding old views changes no count and no result, and leaves two views of a device and arm at most', async () => {
  const releases = await released();
  const read = async () => {
    await countReach(shop.ctx);
    const results = [];
    for (const id of releases)
      results.push((await marketer.send('GET', `/admin/layout-releases/${id}/results`)).body.arms);
    return [await readWeekDevices(shop.ctx, null), await readContracts(shop.ctx), results];
  };
  const property = fc.asyncProperty(views, async (all) => {
    await write(all, releases);
    const before = await read();
    await foldViews(shop.ctx);
    expect(await read()).toEqual(before);
    const [most] = await shop.ctx.db.query<{ count: number }>(
      sql`select coalesce(max(count), 0)::int as count from (
        select count(*) as count from layout_views where day <= ${dayOf(new Date(shop.ctx.now().getTime() - 7 * DAY_MS))}
        group by device_id, release_id, arm) old`,
    );
    expect(most!.count).toBeLessThanOrEqual(2);
  });
  const seen = { device: 0, page: 0, arm: 0, contract: 2 };
  const failsLater = [
    { ...seen, daysAgo: 12, hasFailed: false },
    { ...seen, daysAgo: 10, hasFailed: true },
    { ...seen, daysAgo: 9, hasFailed: true },
  ];
  await fc.assert(property, { ...runs(200), examples: [[failsLater]] });
});

test('a release that nobody has seen for a quarter keeps its results without its views, and goes with its page', async () => {
  const { body } = await marketer.send('POST', '/admin/layouts', { slug: 'long-ago', title: '去年' });
  const pageId = body.page.id as string;
  const release = await publish(marketer, pageId, layout([heading('去年')], 'campaign'));
  const at = new Date(shop.ctx.now().getTime() - 100 * DAY_MS);
  const insert = (device: string, failed: string[], seenAt = at) =>
    shop.ctx.db.query(
      sql`insert into layout_views (device_id, release_id, arm, day, page_id, platform, contract, failed_block_ids, seen_at)
        values (${device}, ${release.id}, 0, ${dayOf(seenAt)}, ${pageId}, 'h5', 1, ${failed}, ${seenAt})`,
    );
  for (const [nth, failed] of [[], [], ['x']].entries()) await insert(`device-past-${nth}`, failed);
  const arms = async () => (await marketer.send('GET', `/admin/layout-releases/${release.id}/results`)).body.arms;
  const before = await arms();
  expect(before).toMatchObject([{ devices: 3, failedDevices: 1, buyers: 0 }]);
  const left = async (table: string) =>
    (await shop.ctx.db.query({ text: `select 1 from ${table} where page_id = $1`, values: [pageId] })).length;
  await foldViews(shop.ctx);
  expect([await left('layout_views'), await left('layout_results'), await arms()]).toEqual([0, 1, before]);
  // shown again: what is new is added
  await insert('device-new', [], shop.ctx.now());
  expect((await arms())[0].devices).toBe(4);
  await marketer.send('POST', `/admin/layout-releases/${release.id}/withdraw`);
  expect((await marketer.send('DELETE', `/admin/layouts/${pageId}`)).status).toBe(200);
  expect([await left('layout_views'), await left('layout_results')]).toEqual([0, 0]);
});

test('one job counts and one folds, however often the server starts, and they go on', async () => {
  const releases = await released();
  await write([{ device: 1, page: 0, arm: 0, daysAgo: 0, contract: 2, hasFailed: false }], releases);
  for (let start = 0; start < 3; start++) await startLayoutUpkeep(shop.ctx);
  const homeDevices = async () => (await marketer.send('GET', '/admin/layouts')).body.items[0].weekDevices;
  expect(await shop.runJobs()).toBe(2);
  expect(await homeDevices()).toBe(1);
  await write(
    [0, 1].map((device) => ({ device, page: 0, arm: 0, daysAgo: 0, contract: 2, hasFailed: false })),
    releases,
  );
  shop.advance(3_600_001);
  await shop.runJobs();
  expect(await homeDevices()).toBe(2);
  const waiting = await shop.ctx.db.query(
    sql`select topic from outbox where topic like 'layout.%' and dead_at is null`,
  );
  expect(waiting).toHaveLength(2);
});

test('a block that fails later the same day is noted with the view that was told before', async () => {
  const { id: releaseId } = await publish(marketer, HOME, layout([heading('看')]));
  const deviceId = 'device-fails-later';
  const { body } = await ask(shop, { query: { deviceId } });
  const tell = (failedBlockIds: string[]) =>
    shop.app.inject({
      method: 'POST',
      url: '/api/layout-views',
      payload: { deviceId, platform: 'h5', contract: 2, releaseId, arm: body.arm, failedBlockIds },
    });
  for (const failed of [[], ['later'], []]) await tell(failed);
  const rows = await shop.ctx.db.query(
    sql`select failed_block_ids as failed from layout_views where device_id = ${deviceId}`,
  );
  expect(rows).toEqual([{ failed: ['later'] }]);
});

test('an editor that saves by itself has one line in the log for a sitting, a person and what comes after a release', async () => {
  const other = await employee(shop, 'marketer');
  const lines = async () =>
    (
      await shop.ctx.db.query<{ action: string }>(
        sql`select action from audit_entries where action like 'PUT /admin/layouts/%' or action like 'POST /admin/layouts/%/releases'
          order by entry_id`,
      )
    ).map(({ action }) => action.split(' ')[0]);
  const before = (await lines()).length;
  const said = async () => (await lines()).slice(before);
  const type = async (who: EmployeeClient, words: string) => {
    for (const letter of words) await saveDraft(who, HOME, layout([heading(letter)]));
  };
  await type(marketer, '一二三四');
  expect(await said()).toEqual(['PUT']);
  await type(other, '五六');
  await type(marketer, '七八');
  expect(await said()).toEqual(['PUT', 'PUT', 'PUT']);
  await publish(marketer, HOME, layout([heading('九')]));
  await type(marketer, '十百');
  expect(await said()).toEqual(['PUT', 'PUT', 'PUT', 'POST', 'PUT']);
  shop.advance(31 * 60_000);
  await type(marketer, '千万');
  expect(await said()).toEqual(['PUT', 'PUT', 'PUT', 'POST', 'PUT', 'PUT']);
});
