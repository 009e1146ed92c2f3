/** The hosts' key-value store, kept in this browser context's localStorage so that it survives a relaunch. */
const PREFIX = 'mp:';

export const storage = {
  /** `undefined` when there is nothing under the key. */
  get(key: string): unknown {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as { value: unknown }).value;
  },
  set(key: string, value: unknown): void {
    localStorage.setItem(PREFIX + key, JSON.stringify({ value }));
  },
  remove(key: string): void {
    localStorage.removeItem(PREFIX + key);
  },
  clear(): void {
    storage.keys().forEach(storage.remove);
  },
  keys(): string[] {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  },
  info() {
    const bytes = storage.keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0);
    return { keys: storage.keys(), currentSize: Math.ceil(bytes / 1024), limitSize: 10240 };
  },
};

export const storedValues = (): Record<string, unknown> =>
  Object.fromEntries(storage.keys().map((key) => [key, storage.get(key)]));
