import { platform } from '@/platform';
import type { Layout } from './shelf';

const KEY = 'listLayout';

/** How this phone was last told to show lists. */
export function readLayout(): Layout {
  return platform.readText(KEY) === 'rows' ? 'rows' : 'grid';
}

export function keepLayout(layout: Layout): void {
  platform.writeText(KEY, layout);
}
