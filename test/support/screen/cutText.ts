import { ancestors, clips, describe, isClamped, scrolls, shownTexts } from './elements';
import type { Fault } from './fault';

/** Text that is cut off without an ellipsis, and text that may not be shortened at all. */
export function cutText(): Fault[] {
  return [...hidden(), ...shortened()];
}

const fault = (element: Element, measured: string): Fault => ({
  kind: 'cut text',
  element: describe(element),
  measured,
});

function hidden(): Fault[] {
  return shownTexts().flatMap(({ element, lines }) => {
    for (const owner of ancestors(element)) {
      if (isClamped(owner) || scrolls(owner, 'x') || scrolls(owner, 'y')) return [];
      // what is out of it altogether, such as a slide that waits, is hidden and not cut
      const shown = lines.filter((line) => overlaps(line, owner.getBoundingClientRect()));
      const cut = (['x', 'y'] as const).find(
        (direction) => clips(owner, direction) && reachesOut(shown, owner, direction, slackOf(element)),
      );
      if (cut) return [fault(element, `cut ${cut === 'x' ? 'sideways' : 'below or above'} by ${describe(owner)}`)];
    }
    return [];
  });
}

/** A line's box is higher than its signs: above and below them a fifth of the font's size may be lost. */
const slackOf = (element: Element) => ({ x: 1, y: 1 + parseFloat(getComputedStyle(element).fontSize) / 5 });

function overlaps(line: DOMRect, box: DOMRect): boolean {
  const width = Math.min(line.right, box.right) - Math.max(line.left, box.left);
  const height = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  return width > 1 && height > 2;
}

function reachesOut(lines: DOMRect[], owner: Element, direction: 'x' | 'y', slack: { x: number; y: number }): boolean {
  const box = owner.getBoundingClientRect();
  return lines.some((line) =>
    direction === 'x'
      ? line.right > box.right + slack.x || line.left < box.left - slack.x
      : line.bottom > box.bottom + slack.y || line.top < box.top - slack.y,
  );
}

/** Amounts, and what a button does, must be read whole. */
function shortened(): Fault[] {
  const seen = new Set<Element>();
  return shownTexts().flatMap(({ node, element }) => {
    const clamped = [...ancestors(element)].find(isClamped);
    if (!clamped || seen.has(clamped)) return [];
    const isWhole = clamped.scrollWidth <= clamped.clientWidth + 1 && clamped.scrollHeight <= clamped.clientHeight + 1;
    const mustShow = /¥\s*\d/.test(node.data) || element.closest('[class*="button_"], button') !== null;
    if (isWhole || !mustShow) return [];
    seen.add(clamped);
    return [
      fault(
        clamped,
        `${clamped.scrollWidth}×${clamped.scrollHeight} in ${clamped.clientWidth}×${clamped.clientHeight}`,
      ),
    ];
  });
}
