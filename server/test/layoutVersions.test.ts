import fc from 'fast-check';
import { BLOCK_KINDS, LAYOUT_KINDS } from '@jishi/contract/layoutBlocks';
import { LAYOUT_CONTRACT } from '@jishi/contract/plain/layouts';
import { downgradeProps, newestVersion, upgradeBlock } from '@jishi/contract/plain/blockVersions';
import { runs } from '../../test/support/runs';
import { sql } from '../src/db/db';
import { hashDocument } from '../src/layouts/hashDocument';
import { employee, type EmployeeClient } from './support/employees';
import { ask, HOME, layout, MEMBER, publish, saveDraft } from './support/layouts';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let marketer: EmployeeClient;
beforeAll(async () => {
  shop = await testApp();
  marketer = await employee(shop, 'marketer');
  await shop.ctx.assets.putNamed('demo/old.jpg', Buffer.from('a picture'));
});
afterAll(() => shop.close());

const items = [
  { picture: { url: '/assets/demo/old.jpg', width: 900, height: 400 }, title: '老画', link: { type: 'none' } },
];
/** As the console sent it when banners had one version. */
const stored = { id: 'old', kind: 'banner', v: 1, props: { items, ratio: '9:4', intervalMs: 4500 } };
const oldPage = (page: 'home' | 'member' = 'home') => ({ ...layout([], page), blocks: [stored] });
const blockFor = async (contract: number) =>
  (await ask(shop, { query: { contract: String(contract) } })).body.document.blocks[0];
const versionsOf = (pageId: string) =>
  shop.ctx.db.query<{ document: object; hash: string }>(
    sql`select document, hash from layout_versions where page_id = ${pageId} order by number`,
  );

test('every kind has as many versions as there are steps to its newest, and no version is newer than the contract', () => {
  for (const kind of BLOCK_KINDS) {
    const { since } = LAYOUT_KINDS[kind];
    expect([kind, newestVersion(kind)]).toEqual([kind, since.length]);
    expect([...since].sort((a, b) => a - b)).toEqual(since);
    expect(Math.max(...since)).toBeLessThanOrEqual(LAYOUT_CONTRACT);
  }
  expect(Math.max(...BLOCK_KINDS.flatMap((kind) => LAYOUT_KINDS[kind].since))).toBe(LAYOUT_CONTRACT);
});

test('a banner of any age comes back from the newest version as it was, and what is no old block is left alone', () => {
  const ms = fc.integer({ min: 2000, max: 15_000 });
  const property = fc.property(fc.oneof(ms, fc.constant(undefined)), fc.array(fc.string()), (intervalMs, list) => {
    const props = { items: list, ratio: '1:1', ...(intervalMs !== undefined && { intervalMs }) };
    const old = Object.freeze({ id: 'b', kind: 'banner', v: 1, props: Object.freeze(props), note: '原样' });
    const now = upgradeBlock(old) as typeof old & { props: { seconds?: number } };
    expect(now).toMatchObject({ id: 'b', v: 2, note: '原样' });
    expect(upgradeBlock(now)).toBe(now);
    const { seconds = 5 } = now.props;
    expect(LAYOUT_KINDS.banner.props.shape.seconds.safeParse(seconds).success).toBe(true);
    const back = downgradeProps('banner', 2, { ...now.props, seconds });
    expect(back).toEqual({ ...props, intervalMs: intervalMs ?? 5000 });
  });
  fc.assert(property, runs(1000));
  const strange = [
    null,
    5,
    'x',
    [],
    { kind: 'banner' },
    { ...stored, v: 3 },
    { ...stored, v: 0 },
    { ...stored, v: 1.5 },
  ];
  for (const value of [...strange, { ...stored, props: null }, { ...stored, kind: '__proto__' }])
    expect(upgradeBlock(value)).toBe(value);
});

test('a page that was stored years ago is published and sent to each client in the version that it draws', async () => {
  await publish(marketer, HOME, oldPage());
  expect(await blockFor(LAYOUT_CONTRACT)).toMatchObject({ v: 2, props: { ratio: '9:4', seconds: 4.5 } });
  const old = await blockFor(2);
  expect([old.v, old.props.intervalMs]).toEqual([1, 4500]);
  expect(old.props).not.toHaveProperty('seconds');
  expect(await blockFor(1)).toEqual(old);
});

test('what is stored is never written anew: the draft, the version and its hash stay as they were sent', async () => {
  await publish(marketer, MEMBER, oldPage('member'));
  const { document, problems } = (await marketer.send('GET', `/admin/layouts/${MEMBER}/draft`)).body;
  expect(document).toEqual(oldPage('member'));
  expect(problems.filter(({ level }: { level: string }) => level === 'error')).toEqual([]);
  await publish(marketer, MEMBER, oldPage('member'));
  const versions = await versionsOf(MEMBER);
  expect(versions).toEqual([{ document: oldPage('member'), hash: hashDocument(oldPage('member')) }]);
});

test('an old block that says nonsense is refused in the words of today', async () => {
  const wrong = { ...stored, props: { items, intervalMs: 'fast' } };
  await saveDraft(marketer, HOME, {
    ...layout([]),
    blocks: [wrong, { ...wrong, id: 'short', props: { items, intervalMs: 5 } }],
  });
  const { problems } = (await marketer.send('GET', `/admin/layouts/${HOME}/draft`)).body;
  expect(problems.map(({ path, text }: Record<string, string>) => `${path} ${text}`)).toEqual([
    'blocks.0.props.seconds 几秒换一张：填的内容不对',
    'blocks.1.props.seconds 几秒换一张：不能小于 2',
  ]);
});
