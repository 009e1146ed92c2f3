import { fault } from '../record';

type Listener = (...args: unknown[]) => void;

/** What `onX` and `offX` of the native objects register. */
export class Listeners {
  private readonly byEvent = new Map<string, Set<Listener>>();

  add(event: string, listener: unknown): void {
    if (typeof listener !== 'function') return;
    const known = this.byEvent.get(event) ?? new Set();
    this.byEvent.set(event, known.add(listener as Listener));
  }

  /** Without a listener all go, as on the hosts. */
  remove(event: string, listener?: unknown): void {
    if (listener === undefined) this.byEvent.delete(event);
    else this.byEvent.get(event)?.delete(listener as Listener);
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.byEvent.get(event) ?? []) {
      try {
        listener(...args);
      } catch (error) {
        // a fault in the fault listener must not call it again
        if (event !== 'Error') fault(`on${event}`, error);
      }
    }
  }
}
