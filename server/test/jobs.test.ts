import { sql } from '../src/db/db';
import { enqueue, runDueJobs, type JobHandlers } from '../src/jobs';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(() => shop.ctx.db.query(sql`delete from outbox`));

const left = () =>
  shop.ctx.db.query<{ topic: string; attempts: number; dead_at: Date | null; last_error: string | null }>(
    sql`select * from outbox`,
  );

test('a job runs if and only if the transaction that wrote it commits', async () => {
  const ran: string[] = [];
  const handlers: JobHandlers = { note: async (_ctx, { text }) => void ran.push(text!) };
  await shop.ctx.db.tx((tx) => enqueue(shop.ctx, tx, { topic: 'note', payload: { text: 'kept' } }));
  await shop.ctx.db
    .tx(async (tx) => {
      await enqueue(shop.ctx, tx, { topic: 'note', payload: { text: 'lost' } });
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await runDueJobs(shop.ctx, handlers);
  expect(ran).toEqual(['kept']);
  expect(await left()).toEqual([]);
});

test('a job waits for its time', async () => {
  let runs = 0;
  const handlers: JobHandlers = { later: async () => void runs++ };
  await enqueue(shop.ctx, shop.ctx.db, {
    topic: 'later',
    payload: {},
    runAt: new Date(shop.ctx.now().getTime() + 60_000),
  });
  await runDueJobs(shop.ctx, handlers);
  expect(runs).toBe(0);
  shop.advance(61_000);
  await runDueJobs(shop.ctx, handlers);
  expect(runs).toBe(1);
});

test('a failing job is tried again later and later, then set aside with its error, and holds up no other', async () => {
  const handlers: JobHandlers = {
    bad: async () => {
      throw new Error('no luck');
    },
    good: async () => undefined,
  };
  await enqueue(shop.ctx, shop.ctx.db, { topic: 'bad', payload: {} });
  await enqueue(shop.ctx, shop.ctx.db, { topic: 'good', payload: {} });
  const errors: unknown[] = [];
  for (let round = 0; round < 20; round++) {
    await runDueJobs(shop.ctx, handlers, (error) => errors.push(error));
    shop.advance(3_601_000);
  }
  expect(errors).toHaveLength(20);
  expect(await left()).toMatchObject([
    { topic: 'bad', attempts: 20, last_error: 'Error: no luck', dead_at: expect.any(Date) },
  ]);
  expect(await runDueJobs(shop.ctx, handlers)).toBe(0);
});

test('a job whose process died is run by the next one after the lease', async () => {
  await enqueue(shop.ctx, shop.ctx.db, { topic: 'stuck', payload: {} });
  let runs = 0;
  const dying = runDueJobs(shop.ctx, { stuck: () => new Promise(() => undefined) });
  void dying;
  const alive: JobHandlers = { stuck: async () => void runs++ };
  shop.advance(1000);
  await runDueJobs(shop.ctx, alive);
  shop.advance(61_000);
  await runDueJobs(shop.ctx, alive);
  expect(runs).toBe(1);
});
