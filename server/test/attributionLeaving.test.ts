import { FIRST_RULES } from '../src/attribution/rules';
import {
  addGuide,
  addOrder,
  addPerson,
  customerOf,
  payOrder,
  setState,
  stopClock,
  type Guide,
} from './support/attribution';
import { attributionScene } from './support/attributionScene';
import { testApp, type TestApp } from './support/testApp';

const SECOND = 1000;
const DAY = 86_400_000;
const { idleDays, orderDays } = FIRST_RULES;

let shop: TestApp;
let clock: ReturnType<typeof stopClock>;
let scene: ReturnType<typeof attributionScene>;
let person: string;
let first: Guide;
let second: Guide;
beforeAll(async () => {
  shop = await testApp();
  clock = stopClock(shop);
  scene = attributionScene(shop);
});
afterAll(() => shop.close());
beforeEach(async () => {
  person = await addPerson(shop);
  first = await addGuide(shop, { name: '沈知夏' });
  second = await addGuide(shop, { name: '陆未央' });
});

test('who leaves loses customers and open scans; what was placed before stays theirs', async () => {
  await scene.scans(person, first);
  const before = await addOrder(shop, person);
  clock.pass(SECOND);
  await setState(shop, first.employeeId, 'disabled');
  expect(await scene.guideNow(person)).toBeNull();
  clock.pass(SECOND);
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([null, 'none']);
  await payOrder(shop, person, before);
  await shop.runJobs();
  expect(await scene.ownerNow(before)).toEqual([first.employeeId, 'touch']);
  // coming back begins anew
  await setState(shop, first.employeeId, 'active');
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([null, 'none']);
  clock.pass(31 * 60 * SECOND);
  await scene.scans(person, first);
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([first.employeeId, 'touch']);
});

test('a colleague takes over customers, open scans and, of one who left, the codes on the counters', async () => {
  await scene.scans(person, first);
  clock.pass(SECOND);
  expect(await scene.gives(first, second)).toEqual({ customers: 1, codes: 0 });
  expect(await customerOf(shop, person)).toMatchObject({ employeeId: second.employeeId, since: shop.ctx.now() });
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([second.employeeId, 'touch']);
  clock.pass(orderDays * DAY);
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([second.employeeId, 'belongs']);

  await setState(shop, second.employeeId, 'disabled');
  const third = await addGuide(shop);
  clock.pass(SECOND);
  expect(await scene.gives(second, third)).toEqual({ customers: 1, codes: 1 });
  expect(await scene.gives(second, third)).toEqual({ customers: 0, codes: 0 });
  expect(await scene.guideNow(person)).toBe(third.employeeId);
  const other = await addPerson(shop);
  await scene.scans(other, second);
  expect(await scene.guideNow(other)).toBe(third.employeeId);
});

test('customers of a leaver that nobody took in time are not handed over, nor those whom another guide has by now', async () => {
  const other = await addPerson(shop);
  await scene.scans(person, first);
  await scene.scans(other, first);
  await setState(shop, first.employeeId, 'disabled');
  clock.pass(SECOND);
  await scene.scans(other, second);
  const third = await addGuide(shop);
  clock.pass(SECOND);
  await scene.gives(first, third);
  expect([await scene.guideNow(person), await scene.guideNow(other)]).toEqual([third.employeeId, second.employeeId]);

  const late = await addPerson(shop);
  await scene.scans(late, second);
  await setState(shop, second.employeeId, 'disabled');
  clock.pass(idleDays * DAY);
  await scene.gives(second, third, [late]);
  expect(await scene.guideNow(late)).toBeNull();
});

test('nobody is handed to one who left, who never was, or to the same', async () => {
  await scene.scans(person, first);
  await setState(shop, second.employeeId, 'disabled');
  await expect(scene.gives(first, second)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'disabled' } });
  await expect(scene.gives(first, { ...second, employeeId: '9' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(scene.gives({ ...first, employeeId: '9' }, first)).rejects.toMatchObject({ code: 'not_found' });
  await expect(scene.gives(first, first)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'same' } });
  expect(await scene.gives(first, null)).toEqual({ customers: 1, codes: 0 });
  expect(await scene.guideNow(person)).toBeNull();
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([null, 'none']);
});
