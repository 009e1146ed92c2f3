import { platform } from '@/platform';

const KEY = 'searches';
const MOST = 10;

/** What was searched for on this phone, the latest first. */
export function readHistory(): string[] {
  try {
    const kept: unknown = JSON.parse(platform.readText(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((word) => typeof word === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a word first, once. Answers the whole history. */
export function remember(word: string): string[] {
  const words = [word, ...readHistory().filter((other) => other !== word)].slice(0, MOST);
  platform.writeText(KEY, JSON.stringify(words));
  return words;
}

export function forgetHistory(): void {
  platform.removeText(KEY);
}
