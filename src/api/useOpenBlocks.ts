import { useEffect, useReducer } from 'react';
import type { AnyBlock, LayoutDocument } from '@jishi/contract/layouts';
import { nextTurn, openBlocks } from '@/lib/openBlocks';
import { serverNow } from '@/lib/serverClock';

/** A much longer timer would end at once. */
const MAX_TIMER_MS = 3_600_000;

/**
 * The blocks whose time it is, by the server's clock: draws again at the next opening or closing, and calls `ask` when
 * the server foresaw another page. `toldAt` changes whenever the server's clock may have been heard.
 */
export function useOpenBlocks(
  document: LayoutDocument | null,
  nextChangeAt: string | null,
  toldAt: number,
  ask: () => void,
): AnyBlock[] {
  const [turn, takeTurn] = useReducer((count: number) => count + 1, 0);
  const change = nextChangeAt ? Date.parse(nextChangeAt) : NaN;
  useEffect(() => {
    const now = serverNow();
    const next = Math.min(nextTurn(document?.blocks ?? [], now) ?? Infinity, change > now ? change : Infinity);
    if (next === Infinity) return undefined;
    const wake = () => {
      takeTurn();
      if (change > now && serverNow() >= change) ask();
    };
    const timer = setTimeout(wake, Math.min(next - now, MAX_TIMER_MS));
    return () => clearTimeout(timer);
    // `ask` is another one each time and always asks the same
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document, change, toldAt, turn]);
  return openBlocks(document?.blocks ?? [], serverNow());
}
