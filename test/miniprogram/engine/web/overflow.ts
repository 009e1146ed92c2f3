import type { OverflowRecord } from '../protocol';

/** Half a pixel is rounding. */
const TOLERANCE = 1;

/**
 * Elements that stick out of the page to the left or right. Inside something that scrolls or clips horizontally by
 * design (a horizontal scroll-view, a swiper, `overflow: hidden`) sticking out is intended.
 */
export function findOverflow(page: HTMLElement | undefined): OverflowRecord[] {
  const scroller = page?.querySelector('.scroller');
  if (!scroller) return [];
  const width = document.documentElement.clientWidth;
  const found: OverflowRecord[] = [];
  const visit = (node: Element) => {
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    const box = node.getBoundingClientRect();
    const parked = style.position === 'fixed' && (box.left >= width || box.right <= 0);
    if (parked) return;
    if (box.width > 0 && box.height > 0 && (box.right > width + TOLERANCE || box.left < -TOLERANCE)) {
      found.push({
        element: `${node.localName}${node.className ? `.${[...node.classList].join('.')}` : ''}`,
        text: (node.textContent ?? '').trim().slice(0, 40),
        left: Math.round(box.left),
        right: Math.round(box.right),
      });
      // its children stick out because it does
      return;
    }
    const clips = style.overflowX !== 'visible' || node.localName === 'wx-swiper';
    if (!clips) for (const child of node.children) visit(child);
  };
  for (const child of scroller.children) visit(child);
  return found;
}
