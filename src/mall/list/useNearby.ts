import { useRef, useState } from 'react';
import Taro, { usePageScroll, useResize } from '@tarojs/taro';
import { chunkAt, type Chunk } from './shelf';

/** In design px: half a screen, and the distance from the end at which more is fetched. */
const HALF_SCREEN = 400;
const NEAR_END = 2000;
/** The height of the element with the id `ruler`, in design px. */
const RULER = 1000;

/**
 * Follows the page's scrolling and says which chunks are close enough to be drawn: the one in the middle of the screen
 * and those beside it. A chunk of twenty is taller than three screens. Renders only when another chunk is in the middle.
 */
export function useNearby(
  { chunks, height }: { chunks: readonly Chunk[]; height: number },
  onNearEnd: () => void,
): (index: number) => boolean {
  const [middle, setMiddle] = useState(0);
  /** Px of this screen in one design px; null until the ruler was read. */
  const unit = useRef<number | null>(null);
  useResize(() => {
    unit.current = null;
  });
  usePageScroll(({ scrollTop }) => {
    if (unit.current === null) {
      unit.current = 1;
      readRuler((px) => {
        unit.current = px / RULER;
      });
    }
    const y = scrollTop / unit.current;
    setMiddle(chunkAt(chunks, y + HALF_SCREEN));
    if (y + 2 * HALF_SCREEN + NEAR_END > height) onNearEnd();
  });
  return (index) => Math.abs(index - middle) <= 1;
}

function readRuler(tell: (px: number) => void): void {
  Taro.createSelectorQuery()
    .select('#ruler')
    .boundingClientRect()
    .exec(([box]: ({ height: number } | null)[]) => {
      if (box && box.height > 0) tell(box.height);
    });
}
