import type { AnyBlock } from '@jishi/contract/layouts';

const at = (time: unknown): number => (typeof time === 'string' ? Date.parse(time) : NaN);

/** The blocks whose window is open at `now` (ms, the server's). The server has left out what is for others. */
export function openBlocks(blocks: readonly AnyBlock[], now: number): AnyBlock[] {
  return blocks.filter(({ visible }) => !(at(visible?.from) > now) && !(at(visible?.until) <= now));
}

/** The next time after `now` at which a block opens or closes, or null. */
export function nextTurn(blocks: readonly AnyBlock[], now: number): number | null {
  const turns = blocks.flatMap(({ visible }) => [at(visible?.from), at(visible?.until)]).filter((turn) => turn > now);
  return turns.length > 0 ? Math.min(...turns) : null;
}
