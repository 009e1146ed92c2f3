import { useSyncExternalStore } from 'react';

const KEY = 'jishi.console.dark';
const listeners = new Set<() => void>();
let isDark = localStorage.getItem(KEY) === '1';
mark();

function mark(): void {
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

function setDark(next: boolean): void {
  isDark = next;
  localStorage.setItem(KEY, next ? '1' : '0');
  mark();
  listeners.forEach((listener) => listener());
}

/** Light or dark, as the person chose in this browser. */
export function useDark(): { isDark: boolean; setDark(next: boolean): void } {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isDark,
  );
  return { isDark: now, setDark };
}
