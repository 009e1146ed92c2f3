/** A read that takes longer no longer holds up the next one: a broken connection may never answer. ms */
const PATIENCE_MS = 2000;

/**
 * Lets concurrent callers share one read. A caller joins only a read that begins after its call: while one is under
 * way, all who come wait for the next, so that nobody is told what was true before they asked. `read` gets the keys
 * of all its callers; its failure is the failure of all of them, and of nobody else.
 */
export function shareReads<K, V>(read: (keys: K[]) => Promise<V>): (key?: K) => Promise<V> {
  let before: Promise<unknown> = Promise.resolve();
  let next: { keys: Set<K>; result: Promise<V> } | null = null;

  return (key) => {
    if (!next) {
      const keys = new Set<K>();
      const result = before.then(othersOfThisTurn).then(() => {
        next = null;
        const begun = read([...keys]);
        before = endOrPatience(begun);
        return begun;
      });
      next = { keys, result };
    }
    if (key !== undefined) next.keys.add(key);
    return next.result;
  };
}

/** Requests that the same turn of the event loop brings come along. */
const othersOfThisTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

function endOrPatience(begun: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    begun.then(end, end);
  });
}
