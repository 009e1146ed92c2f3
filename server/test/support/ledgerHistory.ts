import fc from 'fast-check';
import { credit } from '../../src/ledger/credit';
import { expireLots } from '../../src/ledger/expireLots';
import { giveBack, release, settle } from '../../src/ledger/moveHeld';
import { freeze, spend } from '../../src/ledger/spend';
import { takeBack } from '../../src/ledger/takeBack';
import type { Context } from '../../src/context';
import type { Observer, Tx } from '../../src/db/db';
import { AppError } from '../../src/errors';
import { mergePeople } from '../../src/members/mergePeople';
import * as model from './ledgerModel';

const DAY_MS = 86_400_000;

/** Dies after the nth statement from now on: what was committed stays, what was not is gone. */
export const crash = { at: 0, seen: 0 };
export class Crash extends Error {}
export const crashing: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Crash(`crashed after statement ${crash.at}`);
  },
};

const who = fc.constantFrom(0, 0, 0, 1, 2);
const event = fc.nat(9).map((nth) => `e${nth}`);
const ref = fc.nat(2).map((nth) => `o${nth}`);
const given = fc.integer({ min: 20, max: 90 });
const amount = fc.integer({ min: 1, max: 50 });
const nth = fc.nat(2);

/** One thing that happens to somebody's points. Few names, so that much meets. */
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('credit'),
      who,
      event,
      amount: given,
      days: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 5 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('freeze'), who, ref, amount }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settle'), who, ref }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('release'), who, ref }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('spend'), who, ref, amount }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('giveBack'),
      who,
      ref,
      nth,
      amount,
      of: fc.constantFrom('settle', 'settle', 'spend'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('takeBack'), who, event, nth, amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('expire'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge'), who, into: who }) },
);
export type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const step = fc.record({
  act,
  /** After which statement everything dies; it is then tried again. */
  crashAt: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 3 }),
  /** Twice at the same time. */
  isDouble: fc.constantFrom(false, false, false, true),
});
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** What most histories begin with: something to go on with. */
const sure = (one: Act): Step => ({ act: one, crashAt: null, isDouble: false });
const beginning = fc.constantFrom<Step[]>(
  [],
  [
    sure({ do: 'credit', who: 0, event: 'e0', amount: 90, days: 2 }),
    sure({ do: 'credit', who: 0, event: 'e1', amount: 60, days: null }),
    sure({ do: 'freeze', who: 0, ref: 'o0', amount: 100 }),
    sure({ do: 'settle', who: 0, ref: 'o0' }),
  ],
  [
    sure({ do: 'credit', who: 0, event: 'e0', amount: 90, days: 1 }),
    sure({ do: 'credit', who: 1, event: 'e0', amount: 60, days: 3 }),
    sure({ do: 'freeze', who: 0, ref: 'o0', amount: 40 }),
    sure({ do: 'freeze', who: 0, ref: 'o1', amount: 20 }),
  ],
);
export const history = fc
  .tuple(beginning, fc.array(step, { minLength: 20, maxLength: 20 }))
  .map(([first, rest]) => [...first, ...rest].slice(0, 20));

export interface Scene {
  ctx: Context;
  now: number;
  /** By number; those who were merged have nothing more. */
  ids: string[];
  people: model.Person[];
  /** Who everybody is now. */
  rootOf: number[];
}

type Outcome = number | boolean | string | { taken: number; short: number };

/** Plays a step in the database and in the model; answers what the model says, and the database where it said so once. */
export async function play(
  scene: Scene,
  { act: one, crashAt, isDouble }: Step,
): Promise<{ expected: Outcome; got: Outcome | undefined }> {
  if (one.do === 'wait') {
    scene.now += one.days * DAY_MS;
    return { expected: true, got: undefined };
  }
  const once = () => playIn(scene, one);
  crash.seen = 0;
  crash.at = crashAt ?? 0;
  const told = await Promise.allSettled(isDouble ? [once(), once()] : [once()]);
  crash.at = 0;
  const results = told.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  for (const result of told) if (result.status === 'rejected' && !(result.reason instanceof Crash)) throw result.reason;
  const hasCrashed = results.length < told.length;
  // what was committed before a crash is known the second time
  if (hasCrashed) await once();
  return { expected: playModel(scene, one), got: hasCrashed || isDouble ? undefined : results[0] };
}

function playIn(scene: Scene, one: Exclude<Act, { do: 'wait' }>): Promise<Outcome> {
  const { ctx } = scene;
  const userId = scene.ids[scene.rootOf[one.who]!]!;
  const base = { userId, unit: 'points', reason: '测试' } as const;
  const work = async (tx: Tx): Promise<Outcome> => {
    switch (one.do) {
      case 'credit': {
        const expiresAt = one.days === null ? null : new Date(scene.now + one.days * DAY_MS);
        return credit(ctx, tx, { ...base, kind: 'credit', ref: one.event, amount: one.amount, expiresAt });
      }
      case 'freeze':
        return freeze(ctx, tx, { ...base, ref: one.ref, amount: one.amount });
      case 'spend':
        return spend(ctx, tx, { ...base, kind: 'spend', ref: one.ref, amount: one.amount });
      case 'settle':
        return settle(ctx, tx, { ...base, ref: one.ref });
      case 'release':
        return release(ctx, tx, { ...base, ref: one.ref });
      case 'giveBack': {
        const of = { kind: one.of, ref: one.ref };
        return giveBack(ctx, tx, { ...base, ref: backRef(one), amount: one.amount, of });
      }
      case 'takeBack': {
        const of = { kind: 'credit', ref: one.event };
        return takeBack(ctx, tx, { ...base, ref: `${one.event}:${one.nth}`, amount: one.amount, of });
      }
      case 'expire':
        return expireLots(ctx, tx, userId, 'points');
      case 'merge': {
        const into = scene.ids[scene.rootOf[one.into]!]!;
        return mergePeople(ctx, tx, { from: userId, into, reason: 'phone' });
      }
    }
  };
  return ctx.db.tx(work).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_enough') return error.code;
    throw error;
  });
}

/** What a settled and what a spent amount gave back are two things. */
const backRef = (one: Extract<Act, { do: 'giveBack' }>) => `${one.ref}:${one.of}:${one.nth}`;

function playModel(scene: Scene, one: Exclude<Act, { do: 'wait' }>): Outcome {
  const root = scene.rootOf[one.who]!;
  const person = scene.people[root]!;
  switch (one.do) {
    case 'credit':
      return model.credit(person, one.event, one.amount, one.days === null ? null : scene.now + one.days * DAY_MS);
    case 'freeze':
    case 'spend':
      return model.take(person, one.do, one.ref, one.amount, scene.now);
    case 'settle':
      return model.moveHeld(person, {
        ...one,
        kind: 'settle',
        of: 'freeze',
        from: 'frozen',
        to: 'spent',
        most: Infinity,
      });
    case 'release':
      return model.moveHeld(person, {
        ...one,
        kind: 'release',
        of: 'freeze',
        from: 'frozen',
        to: 'available',
        most: Infinity,
      });
    case 'giveBack':
      return model.moveHeld(person, {
        kind: 'give_back',
        ref: backRef(one),
        of: one.of,
        from: 'spent',
        to: 'available',
        most: one.amount,
      });
    case 'takeBack':
      return model.takeBack(person, one.event, `${one.event}:${one.nth}`, one.amount);
    case 'expire':
      return model.expire(person, scene.now);
    case 'merge': {
      const into = scene.rootOf[one.into]!;
      if (into === root) return false;
      model.merge(person, scene.people[into]!);
      scene.rootOf = scene.rootOf.map((now) => (now === root ? into : now));
      return true;
    }
  }
}
