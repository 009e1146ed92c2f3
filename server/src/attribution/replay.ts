import type { OrderReason } from '@jishi/contract/plain/attribution';
import { followBelonging, isWith, type Belonging, type BelongingStep } from './belonging';
import { knownOf, type Entry, type Log } from './log';
import { rulesAt, type OwnRule, type Rules } from './rules';
import { followTouches, type Touch } from './touches';

const DAY_MS = 86_400_000;

/** What is to be decided: whose an order is. */
export interface PaidOrder {
  orderId: string;
  placedAt: Date;
}

/** Whose it is. `employeeId` is null for nobody's, also where an employee's own purchase does not count. */
export interface Owner {
  employeeId: string | null;
  storeId: string | null;
  token: string | null;
  touchId: string | null;
  reason: OrderReason;
  commissionPermille: number;
}

/**
 * What became of a scan when the order was decided. `won`: the order is its; `earlier`: another one came later; `over`:
 * too long ago; `void`: whoever had it left, or it was given to nobody.
 */
export type TouchStep = 'won' | 'earlier' | 'over' | 'void';

/** What an entry did. */
export interface Step {
  entry: Entry;
  belonging: BelongingStep;
  /** Null for what is no scan. */
  touch: TouchStep | null;
  /** Whose the scan is now. */
  holderId: string | null;
}

export interface Decision extends Owner {
  rules: Rules;
  steps: Step[];
  /** With whom the person was when they placed it. */
  guide: Belonging | null;
  /** Whose it would be if buying from oneself counted. */
  foundId: string | null;
}

/** With whom the person of a number was at a moment, as was known then; null: with nobody. */
export function guideAt(log: Log, rules: readonly Rules[], userId: string, at: Date): Belonging | null {
  const belonging = followBelonging(
    knownOf(log, userId, at).filter((entry) => entry.at <= at),
    rules,
  );
  return isWith(belonging, at) ? belonging : null;
}

/**
 * Whose a paid order is: the last scan's of the days before it was placed, else the guide's whose customer they were.
 * From what was known when it was paid, of what had happened when it was placed; so it is the same whenever it is asked.
 * Null when nothing was known of them.
 */
export function decideOrder(log: Log, rules: readonly Rules[], { orderId, placedAt }: PaidOrder): Decision | null {
  const paid = log.entries.find((entry) => entry.kind === 'order' && entry.orderId === orderId);
  if (!paid) return null;
  const before = knownOf(log, paid.originUserId, paid.at).filter(({ at }) => at <= placedAt);
  const inForce = rulesAt(rules, placedAt);
  const belongingSteps = new Map<Entry, BelongingStep>();
  const belonging = followBelonging(before, rules, (entry, step) => belongingSteps.set(entry, step));
  const touches = followTouches(before);
  const isOver = ({ entry }: Touch) => placedAt.getTime() >= entry.at.getTime() + inForce.orderDays * DAY_MS;
  const winner = [...touches].reverse().find((touch) => !touch.isVoid && !isOver(touch));
  const stepOf = (touch: Touch): TouchStep =>
    touch === winner ? 'won' : touch.isVoid ? 'void' : isOver(touch) ? 'over' : 'earlier';
  const steps = before.map((entry) => {
    const touch = touches.find((candidate) => candidate.entry === entry);
    return {
      entry,
      belonging: belongingSteps.get(entry)!,
      touch: touch ? stepOf(touch) : null,
      holderId: touch?.holderId ?? null,
    };
  });
  const guide = isWith(belonging, placedAt) ? belonging : null;
  const owner = ownerOf(winner, guide, paid.byEmployeeId, inForce);
  const foundId = owner.reason === 'none' ? null : winner ? winner.holderId : guide!.employeeId;
  return { ...owner, rules: inForce, steps, guide, foundId };
}

function ownerOf(winner: Touch | undefined, guide: Belonging | null, buyerId: string | null, rules: Rules): Owner {
  const { own, untouched, commissionPermille } = rules;
  if (winner) {
    const { entry, holderId } = winner;
    const { storeId, token, touchId } = entry;
    const found = { employeeId: holderId, storeId, token, touchId, commissionPermille };
    if (!entry.isOwn && holderId !== buyerId) return { ...found, reason: 'touch' };
    return ownPurchase(found, own);
  }
  if (guide && untouched === 'guide') {
    const { employeeId, storeId } = guide;
    const found = { employeeId, storeId, token: null, touchId: null, commissionPermille };
    if (employeeId !== buyerId) return { ...found, reason: 'belongs' };
    return ownPurchase(found, own);
  }
  return { ...NOBODYS, reason: 'none' };
}

/** It is nobody's merit; with a mark it is at least seen whose it would have been. */
const ownPurchase = (found: Omit<Owner, 'reason'>, rule: OwnRule): Owner =>
  rule === 'mark' ? { ...found, commissionPermille: 0, reason: 'own' } : { ...NOBODYS, reason: 'own' };

const NOBODYS = { employeeId: null, storeId: null, token: null, touchId: null, commissionPermille: 0 };
