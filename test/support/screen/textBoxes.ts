import { ancestors, clips, describe, isDisabled, isTopmost, scrolls, shownElements, shownTexts } from './elements';
import type { TextBox } from './fault';

/** All text that can be read in the window now, with its colours; the ground behind it is read from a picture. */
export function textBoxes(): TextBox[] {
  const texts = shownTexts().flatMap(({ element, lines }) =>
    isDisabled(element) ? [] : lines.flatMap((line) => boxOf(element, line, getComputedStyle(element)) ?? []),
  );
  return [...texts, ...placeholders()];
}

function placeholders(): TextBox[] {
  return shownElements().flatMap((element) => {
    if (!element.matches('input, textarea') || isDisabled(element)) return [];
    const { value, placeholder } = element as HTMLInputElement;
    if (!value && !placeholder) return [];
    const style = getComputedStyle(element, value ? null : '::placeholder');
    const box = element.getBoundingClientRect();
    return boxOf(element, new DOMRect(box.left, box.top + box.height / 4, box.width, box.height / 2), style) ?? [];
  });
}

function boxOf(element: Element, line: DOMRect, style: CSSStyleDeclaration): TextBox | undefined {
  const { left, top, right, bottom } = visiblePart(element, line);
  if (right - left < 3 || bottom - top < 5) return undefined;
  const corners = [
    [left + 2, top + 2],
    [right - 2, bottom - 2],
    [(left + right) / 2, (top + bottom) / 2],
  ] as const;
  if (!corners.every(([x, y]) => isTopmost(element, x, y))) return undefined;
  const [r, g, b, a] = parse(style.webkitTextFillColor || style.color);
  return {
    element: describe(element),
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    colour: [r, g, b, a * opacityOf(element)],
    fontSize: parseFloat(style.fontSize),
    fontWeight: Number(style.fontWeight),
  };
}

function visiblePart(element: Element, line: DOMRect) {
  let { left, top, right, bottom } = line;
  const within = (box: { left: number; top: number; right: number; bottom: number }) => {
    left = Math.max(left, box.left);
    top = Math.max(top, box.top);
    right = Math.min(right, box.right);
    bottom = Math.min(bottom, box.bottom);
  };
  within({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (const owner of ancestors(element)) {
    if (clips(owner, 'x') || scrolls(owner, 'y')) within(owner.getBoundingClientRect());
  }
  return { left, top, right, bottom };
}

function opacityOf(element: Element): number {
  let opacity = 1;
  for (const one of ancestors(element)) opacity *= Number(getComputedStyle(one).opacity);
  return opacity;
}

function parse(colour: string): [number, number, number, number] {
  const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, a];
}
