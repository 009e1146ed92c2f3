import fc from 'fast-check';
import type { Observer } from '../../src/db/db';
import { sql } from '../../src/db/db';
import { AppError } from '../../src/errors';
import { newKey } from './fixtures';
import { act, askRefund, runHours } from './moneyShop';
import type { Shopper, TestApp } from './testApp';

/** Dies after the nth statement from now on: what was committed stays, what was not is gone. */
export const crash = { at: 0, seen: 0 };
export class Crash extends Error {}
export const crashing: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Crash(`crashed after statement ${crash.at}`);
  },
};

const app = fc.constantFrom('h5', 'weapp');
const nth = fc.nat(3);
const notice = fc.constantFrom('once', 'twice', 'none', 'none', 'wrong_amount', 'forged', 'wrong_app');

/** One thing that a payer, the platform, the shop or the clock does. */
const act1 = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open'), app }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pay'), nth, notice, isLate: fc.constantFrom(true, true, false) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('notify'), nth, notice }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('check'), app }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel'), app }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('refund'), wish: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('settle'),
      nth,
      notice,
      outcome: fc.constantFrom('succeeded', 'succeeded', 'failed'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('behave'),
      lost: fc.nat(3),
      refunds: fc.constantFrom('succeed', 'process', 'process', 'fail'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.constantFrom(1, 5, 40, 300) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('jobs') }) },
);
const step = fc.record({
  /** More than one: at the same time. */
  acts: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(act1) },
    { weight: 1, arbitrary: fc.array(act1, { minLength: 2, maxLength: 4 }) },
  ),
  /** After which statement everything dies. */
  crashAt: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }),
});
export const history = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 16 }),
  /** The platform goes on failing refunds until a person decides. */
  isStubborn: fc.constantFrom(false, false, true),
});

type Act = typeof act1 extends fc.Arbitrary<infer A> ? A : never;
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

export interface Scene {
  shop: TestApp;
  person: Record<'h5' | 'weapp', Shopper>;
  orderId: string;
  /** What was heard of refunds. */
  heard: Record<string, string>[];
}

/** What the after-sale asks for, of an order of 6000 fen: together more than it was paid with. */
const WISHES = [700, 1500, 3000, 6000, 6001] as const;

export async function play(scene: Scene, { acts, crashAt }: Step): Promise<void> {
  crash.seen = 0;
  crash.at = crashAt ?? 0;
  const done = await Promise.allSettled(acts.map((one) => playOne(scene, one)));
  const hasCrashed = crash.at > 0 && crash.seen >= crash.at;
  crash.at = 0;
  for (const result of done) if (result.status === 'rejected' && !hasCrashed) throw result.reason;
}

async function playOne({ shop, person, orderId, heard }: Scene, one: Act): Promise<void> {
  switch (one.do) {
    case 'open':
      return expectKnown(await person[one.app].post(`/api/orders/${orderId}/payments`, {}, newKey()));
    case 'check':
      return expectKnown(await person[one.app].post(`/api/orders/${orderId}/payments/check`));
    case 'cancel':
      return expectKnown(await person[one.app].post(`/api/orders/${orderId}/cancel`));
    case 'refund': {
      const wish = { fen: WISHES[one.wish]!, ref: `aftersale:${one.wish}` };
      await askRefund(shop, { userId: person.h5.userId, orderId }, wish).catch(unlessRefused);
      return;
    }
    case 'behave':
      for (const tradeNo of [...(await tradesOf(shop, orderId)), '*']) {
        await shop.ctx.db.query(
          sql`insert into fake_behaviours (trade_no, lost, refunds) values (${tradeNo}, ${one.lost}, ${one.refunds})
            on conflict (trade_no) do update set lost = excluded.lost, refunds = excluded.refunds`,
        );
      }
      return;
    case 'wait':
      shop.advance(one.minutes * 60_000);
      return;
    case 'jobs':
      await runHours(shop, 0, heard);
      return;
    default:
      return playPlatform(shop, orderId, one);
  }
}

type PlatformAct = Extract<Act, { do: 'pay' | 'notify' | 'settle' }>;

/** Of one of the order's trades, the newest first. */
async function playPlatform(shop: TestApp, orderId: string, one: PlatformAct): Promise<void> {
  const trades = await tradesOf(shop, orderId);
  const tradeNo = trades[one.nth % Math.max(trades.length, 1)];
  if (tradeNo === undefined) return;
  const { do: what, nth: _, ...rest } = one;
  const action = what === 'settle' ? 'settle_refunds' : what;
  expectKnown(await act(shop, tradeNo, { action, ...rest }));
}

/** Without a crash nothing is an error of ours; 502 is a platform whose answer was lost. */
function expectKnown({ status, body }: { status: number; body: unknown }): void {
  if (status < 500 || status === 502) return;
  throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof AppError) || !['refund_too_high', 'order_state'].includes(error.code)) throw error;
}

/** The trades that the platform knows of, the newest first. */
export async function tradesOf(shop: TestApp, orderId: string): Promise<string[]> {
  const rows = await shop.ctx.db.query<{ trade_no: string }>(
    sql`select f.trade_no from payments p join fake_trades f on f.trade_no = p.trade_no
      where p.order_id = ${orderId} order by p.payment_id desc`,
  );
  return rows.map((row) => row.trade_no);
}
