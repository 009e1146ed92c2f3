import type { ReactNode } from 'react';
import type { Tone } from './Dot';

export function Chip({ tone = 'mute', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`chip ${tone}`}>{children}</span>;
}
