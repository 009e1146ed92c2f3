import { useLayoutEffect, useRef, useState } from 'react';
import Taro, { usePageScroll, useResize } from '@tarojs/taro';
import { chunkAt, sameIn, type Shelf } from './shelf';

/** In design px: half a screen, and the distance from the end at which more is fetched. */
const HALF_SCREEN = 400;
const NEAR_END = 2000;
/** The height of the element with the id `ruler`, in design px. */
const RULER = 1000;

/**
 * Follows the page's scrolling and says which chunks are close enough to be drawn: the one in the middle of the screen
 * and those beside it. A chunk of twenty is taller than three screens. Renders only when another chunk is in the middle.
 * When the layout changes, the page goes to the product that was at its top.
 */
export function useNearby(shelf: Shelf, onNearEnd: () => void): (index: number) => boolean {
  const [middle, setMiddle] = useState(0);
  /** Px of this screen in one design px; null until the ruler was read. */
  const unit = useRef<number | null>(null);
  const position = useRef(0);
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
    position.current = y;
    setMiddle(chunkAt(shelf.chunks, y + HALF_SCREEN));
    if (y + 2 * HALF_SCREEN + NEAR_END > shelf.height) onNearEnd();
  });

  const before = useRef(shelf);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = shelf;
    if (old.layout === shelf.layout || position.current < HALF_SCREEN) return;
    const y = sameIn(shelf, old, position.current);
    position.current = y;
    setMiddle(chunkAt(shelf.chunks, y + HALF_SCREEN));
    void Taro.pageScrollTo({ scrollTop: y * (unit.current ?? 1), duration: 0 });
  }, [shelf]);
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
