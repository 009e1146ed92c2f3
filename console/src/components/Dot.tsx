import type { ReactNode } from 'react';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'mute' | 'hot';

/** A state: a colour, and always a word with it. */
export function Dot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`dot ${tone}`}>{children}</span>;
}
