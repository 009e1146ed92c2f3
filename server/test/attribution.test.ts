import { FIRST_RULES, addRules } from '../src/attribution/rules';
import { sql } from '../src/db/db';
import {
  OWNER,
  addCode,
  addGuide,
  addOrder,
  addPerson,
  customerOf,
  mergeInto,
  ownerOf,
  payOrder,
  setState,
  stopClock,
  visit,
  type Guide,
} from './support/attribution';
import { attributionScene } from './support/attributionScene';
import { testApp, type TestApp } from './support/testApp';

const SECOND = 1000;
const DAY = 86_400_000;
const { keepDays, idleDays, orderDays, commissionPermille } = FIRST_RULES;

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
  await shop.ctx.db.query(sql`delete from attribution_rules`);
  person = await addPerson(shop);
  first = await addGuide(shop, { name: '沈知夏' });
  second = await addGuide(shop, { name: '陆未央' });
});

test('the first guide keeps a customer while another one’s code takes the order', async () => {
  await scene.scans(person, first);
  clock.pass(DAY);
  await scene.scans(person, second);
  expect(await scene.guideNow(person)).toBe(first.employeeId);
  const orderId = await scene.buys(person);
  expect(await ownerOf(shop, orderId)).toMatchObject({
    employeeId: second.employeeId,
    token: second.token,
    reason: 'touch',
    permille: commissionPermille,
  });
});

test('a scan counts for an order until the last second of its days, and from then on the guide’s belonging does', async () => {
  await scene.scans(person, first);
  await scene.scans(person, second);
  clock.pass(orderDays * DAY - SECOND);
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([second.employeeId, 'touch']);
  clock.pass(SECOND);
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([first.employeeId, 'belongs']);
});

test('when it is paid does not matter, only when it was placed', async () => {
  await scene.scans(person, first);
  clock.pass(orderDays * DAY - SECOND);
  const orderId = await addOrder(shop, person);
  clock.pass(2 * DAY);
  await scene.scans(person, second);
  await payOrder(shop, person, orderId);
  await shop.runJobs();
  expect(await scene.ownerNow(orderId)).toEqual([first.employeeId, 'touch']);
});

test('who stays away is with nobody to the second, and then the next guide takes over', async () => {
  await scene.scans(person, first);
  clock.pass(idleDays * DAY - SECOND);
  await scene.scans(person, second);
  expect(await scene.guideNow(person)).toBe(first.employeeId);
  clock.pass(SECOND);
  expect(await scene.guideNow(person)).toBeNull();
  await scene.scans(person, second);
  expect(await customerOf(shop, person)).toMatchObject({ employeeId: second.employeeId, since: shop.ctx.now() });
});

test('coming back and buying renew the quiet time but never the whole', async () => {
  await scene.scans(person, first);
  const began = clock.now;
  clock.pass((idleDays - 1) * DAY);
  await scene.scans(person, first);
  clock.pass((idleDays - 1) * DAY);
  await scene.buys(person);
  expect(await customerOf(shop, person)).toMatchObject({
    since: new Date(began),
    until: new Date(began + keepDays * DAY),
    lastActiveAt: shop.ctx.now(),
  });
  clock.now = began + keepDays * DAY - SECOND;
  expect(await scene.guideNow(person)).toBe(first.employeeId);
  clock.pass(SECOND);
  expect(await scene.guideNow(person)).toBeNull();
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([null, 'none']);
});

test('what an employee buys through themself is nobody’s, or marked, and binds them to nobody', async () => {
  const guide = await addGuide(shop, { userId: person });
  await scene.scans(person, guide);
  expect(await scene.touches(person)).toEqual([{ kind: 'scan', isOwn: true, isNew: false }]);
  expect(await scene.guideNow(person)).toBeNull();
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([null, 'own']);
  await addRules(shop.ctx, OWNER.employeeId, { ...FIRST_RULES, own: 'mark' });
  expect(await ownerOf(shop, await scene.buys(person))).toMatchObject({
    employeeId: guide.employeeId,
    reason: 'own',
    permille: 0,
  });
  await scene.scans(person, first);
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([first.employeeId, 'touch']);
});

test('an employee who scanned as a stranger, and is known by now, still buys from themself', async () => {
  await scene.scans(person, first);
  const known = await addPerson(shop);
  await shop.ctx.db.query(sql`update employees set user_id = ${known} where employee_id = ${first.employeeId}`);
  clock.pass(SECOND);
  await mergeInto(shop, person, known);
  clock.pass(SECOND);
  expect(await scene.ownerNow(await scene.buys(known))).toEqual([null, 'own']);
});

test('only the first code that brings somebody new is said to have brought them', async () => {
  await scene.scans(person, first);
  await scene.scans(person, second);
  expect((await scene.touches(person)).map(({ isNew }) => isNew)).toEqual([true, false]);
  const known = await addPerson(shop);
  await visit(shop, known);
  await scene.scans(known, first);
  expect((await scene.touches(known)).map(({ isNew }) => isNew)).toEqual([false]);
});

test('a code that is revoked, has expired, was changed by a letter, or is of nobody who works here counts for nobody', async () => {
  const expired = await addCode(shop, first.employeeId, null, new Date(clock.now + DAY));
  clock.pass(DAY);
  const letter = first.token[0] === 'a' ? 'b' : 'a';
  await shop.ctx.db.query(sql`update short_codes set state = 'revoked' where token = ${second.token}`);
  const gone = await addGuide(shop);
  await setState(shop, gone.employeeId, 'disabled');
  const ofTheDemo = await addGuide(shop);
  await shop.ctx.db.query(sql`update employees set is_demo = true where employee_id = ${ofTheDemo.employeeId}`);
  const env = shop.ctx.env;
  shop.ctx.env = { ...env, isProduction: true };
  for (const token of [
    expired,
    `${letter}${first.token.slice(1)}`,
    second.token,
    gone.token,
    ofTheDemo.token,
    'wx0123456789abcdef',
  ])
    await visit(shop, person, token);
  shop.ctx.env = env;
  expect(await scene.touches(person)).toEqual([]);
  expect(await ownerOf(shop, await scene.buys(person))).toBeUndefined();
});

test('what another number had done before counts from the merge on, and changes no order that was paid before it', async () => {
  const [other, third] = [await addPerson(shop), await addGuide(shop)];
  await scene.scans(other, first);
  clock.pass(SECOND);
  await scene.scans(person, second);
  clock.pass(SECOND);
  await scene.scans(other, third);
  clock.pass(SECOND);
  const [early, late] = [await addOrder(shop, person), await addOrder(shop, person)];
  await payOrder(shop, person, early);
  clock.pass(SECOND);
  await mergeInto(shop, other, person);
  await payOrder(shop, person, late);
  // the job of the early one runs only now
  await shop.runJobs();
  expect(await scene.ownerNow(early)).toEqual([second.employeeId, 'touch']);
  expect(await scene.ownerNow(late)).toEqual([third.employeeId, 'touch']);
  expect(await scene.guideNow(person)).toBe(first.employeeId);
});

test('an order is decided once, whatever comes to light later and however often its job runs', async () => {
  await scene.scans(person, first);
  clock.pass(SECOND);
  const orderId = await scene.buys(person);
  await shop.ctx.db.query(
    sql`update staff_touches set employee_id = ${second.employeeId} where user_id = ${person} and kind = 'scan'`,
  );
  await shop.ctx.db.query(
    sql`insert into outbox (shard, job_id, topic, payload, run_at)
      values (0, ${shop.ctx.makeId()}, 'staff.attribute', ${JSON.stringify({ userId: person, orderId })}, ${shop.ctx.now()})`,
  );
  await shop.runJobs();
  expect(await scene.ownerNow(orderId)).toEqual([first.employeeId, 'touch']);
  expect(await shop.ctx.db.query(sql`select 1 from outbox where topic = 'staff.attribute'`)).toEqual([]);
});

test('rules hold from when they are said, for what happens then', async () => {
  await scene.scans(person, first);
  const before = await addOrder(shop, person);
  clock.pass(SECOND);
  await addRules(shop.ctx, OWNER.employeeId, {
    ...FIRST_RULES,
    orderDays: 1,
    untouched: 'nobody',
    commissionPermille: 7,
  });
  const [after, later] = [await addOrder(shop, person), DAY];
  for (const orderId of [before, after]) await payOrder(shop, person, orderId);
  await shop.runJobs();
  expect(await ownerOf(shop, before)).toMatchObject({ permille: commissionPermille });
  expect(await ownerOf(shop, after)).toMatchObject({ reason: 'touch', permille: 7 });
  clock.pass(later);
  expect(await scene.ownerNow(await scene.buys(person))).toEqual([null, 'none']);
});

test('a shopper of whom the staff knows nothing costs the order one statement and no job', async () => {
  const orderId = await addOrder(shop, person);
  await payOrder(shop, person, orderId);
  const jobs = await shop.ctx.db.query(sql`select 1 from outbox where topic = 'staff.attribute'`);
  expect([jobs, await scene.touches(person), await ownerOf(shop, orderId)]).toEqual([[], [], undefined]);
});
