import type { Entry } from './log';
import { rulesAt, type Rules } from './rules';

const DAY_MS = 86_400_000;

/** With whom a person is. */
export interface Belonging {
  employeeId: string;
  storeId: string | null;
  since: Date;
  /** Not theirs any more at this moment. */
  until: Date;
  lastActiveAt: Date;
  /** The code that began it; null after a hand-over. */
  firstToken: string | null;
}

/** `leftAt`: the guide is no more; until `until` a colleague can still be given the person. */
interface Held extends Belonging {
  leftAt: Date | null;
}

/** What an entry did to whom the person is with. */
export type BelongingStep = 'began' | 'renewed' | 'moved' | 'ended' | 'nothing';

/**
 * Goes through what happened, in order: the first guide who meets a person who is with nobody keeps them for
 * `keepDays`, but only `idleDays` from the last sign of life; meanwhile no other guide gets them. Tells of each step, and
 * answers how it ended. Whether that still holds at a moment: `isWith`.
 */
export function followBelonging(
  entries: readonly Entry[],
  rules: readonly Rules[],
  tell: (entry: Entry, step: BelongingStep) => void = () => undefined,
): Belonging | null {
  let held: Held | null = null;
  for (const entry of entries) {
    const next = nextHeld(held, entry, rulesAt(rules, entry.at));
    tell(entry, stepOf(held, next, entry));
    held = next;
  }
  if (!held) return null;
  const { leftAt, ...belonging } = held as Held;
  return leftAt && leftAt < belonging.until ? { ...belonging, until: leftAt } : belonging;
}

/** Exact to the moment: at `until` it is over. */
export const isWith = (belonging: Belonging | null, at: Date): belonging is Belonging =>
  belonging !== null && at < belonging.until;

function nextHeld(held: Held | null, entry: Entry, rules: Rules): Held | null {
  const current = held && held.leftAt === null && entry.at < held.until ? held : null;
  switch (entry.kind) {
    case 'scan':
      if (entry.isOwn) return held;
      if (!current) return begin(entry, rules, entry.token, entry.storeId);
      return current.employeeId === entry.employeeId ? renew(current, entry.at, rules) : held;
    case 'order':
      return current ? renew(current, entry.at, rules) : held;
    case 'left':
      return current?.employeeId === entry.employeeId ? { ...current, leftAt: entry.at } : held;
    case 'hand_over':
      if (!held || held.employeeId !== entry.fromEmployeeId || entry.at >= held.until) return held;
      // nobody is their own customer
      if (entry.employeeId === null || entry.isOwn) return null;
      return begin(entry, rules, null, entry.storeId ?? held.storeId);
  }
}

function begin({ at, employeeId }: Entry, rules: Rules, firstToken: string | null, storeId: string | null): Held {
  const held = { employeeId: employeeId!, storeId, since: at, until: at, lastActiveAt: at, firstToken, leftAt: null };
  return renew(held, at, rules);
}

function renew(held: Held, at: Date, { keepDays, idleDays }: Rules): Held {
  const until = Math.min(held.since.getTime() + keepDays * DAY_MS, at.getTime() + idleDays * DAY_MS);
  return { ...held, lastActiveAt: at, until: new Date(until) };
}

function stepOf(held: Held | null, next: Held | null, { kind }: Entry): BelongingStep {
  if (next === held) return 'nothing';
  if (next === null || next.leftAt !== null) return 'ended';
  if (kind === 'hand_over') return 'moved';
  return next.since === held?.since ? 'renewed' : 'began';
}
