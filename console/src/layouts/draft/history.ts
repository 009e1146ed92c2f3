/** What undo goes back through. The newest step is `now`. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** What the newest step changed and when, so that the letters of one field become one step. */
  last?: { what: string; at: number };
}

/** Steps that are kept. A document has at most 100 kB and shares most of it with its neighbours. */
export const MAX_STEPS = 100;
const ONE_STEP_MS = 1500;

export const startHistory = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** `what` names the field: changes of the same one that follow closely are undone together. */
export function change<T>(history: History<T>, next: T, what: string, at: number): History<T> {
  if (next === history.now) return history;
  const { last } = history;
  const isSameStep = last !== undefined && what !== '' && last.what === what && at - last.at < ONE_STEP_MS;
  return {
    past: isSameStep ? history.past : [...history.past, history.now].slice(-MAX_STEPS),
    now: next,
    future: [],
    last: { what, at },
  };
}

export function undo<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future };
  return { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function redo<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, now, future };
  return { past: [...past, now], now: next, future: rest };
}
