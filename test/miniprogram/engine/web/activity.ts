import { now } from './record';

/** Longer one-shot timers are appointments (a toast's end, a retry), not work under way. */
const LONGEST_AWAITED_TIMER = 500;
/** Frames without any change before a page counts as settled. */
const QUIET_FRAMES = 3;

const pending = new Map<symbol, string>();
let changes = 0;

/** Something visible to the shopper may have changed. */
export const changed = () => {
  changes += 1;
};

/** Marks work as under way until the returned function is called. */
export function begin(what: string): () => void {
  const key = Symbol(what);
  pending.set(key, what);
  return () => {
    pending.delete(key);
    changed();
  };
}

const timers = new Map<number, () => void>();

export function sandboxSetTimeout(handler: unknown, delay?: number, ...args: unknown[]): number {
  if (typeof handler !== 'function') throw new TypeError('setTimeout takes a function');
  const done = (delay ?? 0) <= LONGEST_AWAITED_TIMER ? begin(`a timer of ${delay ?? 0} ms`) : () => {};
  const id = window.setTimeout(() => {
    timers.delete(id);
    done();
    handler(...args);
  }, delay);
  timers.set(id, done);
  return id;
}

export function sandboxClearTimeout(id: number): void {
  window.clearTimeout(id);
  timers.get(id)?.();
  timers.delete(id);
}

const nextFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(0);
    });
  });

/** Resolves when nothing is under way and a few frames have passed without a change; rejects after `maxMs`. */
export async function settled(maxMs: number): Promise<void> {
  const deadline = now() + maxMs;
  let quiet = 0;
  let seen = -1;
  while (quiet < QUIET_FRAMES) {
    await nextFrame();
    quiet = pending.size === 0 && changes === seen ? quiet + 1 : 0;
    seen = changes;
    if (quiet < QUIET_FRAMES && now() > deadline) {
      const why = pending.size ? [...pending.values()].join(', ') : 'the page keeps changing';
      throw new Error(`The page did not settle within ${maxMs} ms: ${why}`);
    }
  }
}
