import { describe, isDisabled, isTopmost, shownElements } from './elements';
import type { Fault } from './fault';

const ROLES = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'search', 'option'];
export const INTERACTIVE = [...ROLES.map((role) => `[role="${role}"]`), 'a[href]', 'button', 'input', 'textarea'].join(
  ',',
);

const LEAST = 44;
/** Rounding of half px at a border. */
const SLACK = 1;

/** Measures by touching: a small control may be widened by padding or by a pseudo-element, which no box tells. */
export function taps(): Fault[] {
  return shownElements().flatMap((element) => {
    if (!element.matches(INTERACTIVE) || isDisabled(element) || isInline(element)) return [];
    const target = ownerOfField(element);
    const box = target.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const isWhole = box.top >= LEAST / 2 - box.height / 2 && box.bottom <= innerHeight && box.left >= 0;
    if (!isWhole || box.right > innerWidth || !isTopmost(target, x, y)) return [];
    const width = box.width >= LEAST ? box.width : reach(target, x, y, -1, 0) + reach(target, x, y, 1, 0);
    const height = box.height >= LEAST ? box.height : reach(target, x, y, 0, -1) + reach(target, x, y, 0, 1);
    if (width >= LEAST - SLACK && height >= LEAST - SLACK) return [];
    return [
      { kind: 'tap target', element: describe(element), measured: `${Math.round(width)}×${Math.round(height)} px` },
    ] as Fault[];
  });
}

/** How far one can go from the middle before touching something else. */
function reach(element: Element, x: number, y: number, dx: number, dy: number): number {
  let way = 0;
  while (way < LEAST && touches(element, x + dx * (way + 0.5), y + dy * (way + 0.5))) way += 1;
  return way;
}

function touches(element: Element, x: number, y: number): boolean {
  const top = document.elementFromPoint(x, y);
  return top !== null && element.contains(top);
}

/** A word inside a sentence. */
function isInline(element: Element): boolean {
  if (getComputedStyle(element).display !== 'inline') return false;
  return [...(element.parentElement?.childNodes ?? [])].some(
    (node) => node.nodeType === 3 && (node as Text).data.trim(),
  );
}

/** A field's frame is as good to tap as the field: it brings the keyboard where the frame is its label or its row. */
function ownerOfField(element: Element): Element {
  if (!element.matches('input, textarea')) return element;
  const frame = element.closest('[class*="field_"], [class*="box_"], [class*="cell_"]');
  return frame ?? element;
}
