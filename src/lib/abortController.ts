/**
 * The part of AbortController that TanStack Query uses, for hosts that have none (WeChat).
 * Webpack's ProvidePlugin puts it in place of the global name in the mini-program builds.
 */
type Listener = () => void;

class AbortSignal {
  aborted = false;
  private listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    for (const listener of [...this.listeners]) listener();
    this.listeners.clear();
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(): void {
    this.signal.abort();
  }
}
