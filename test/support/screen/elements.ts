/** What every check asks about elements. Runs in the page. */
export const isShown = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

export function describe(element: Element): string {
  const classes = (element.getAttribute('class') ?? '')
    .split(/\s+/)
    .filter((name) => name && !/^(hydrated|taro-|weui-)/.test(name));
  const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24);
  const label = element.getAttribute('aria-label');
  const name = words || label || '';
  return `${element.tagName.toLowerCase()}${classes.map((one) => `.${one}`).join('')}${name ? ` “${name}”` : ''}`;
}

/** From the element itself upwards. */
export function* ancestors(element: Element | null): Generator<Element> {
  for (let one = element; one; one = one.parentElement) yield one;
}

/** Shown elements of the page, in document order. */
export function shownElements(): Element[] {
  return [...document.body.querySelectorAll('*')].filter(
    (element) => !(element instanceof SVGElement) && isShown(element) && hasSize(element.getBoundingClientRect()),
  );
}

const hasSize = ({ width, height }: DOMRect) => width > 0 && height > 0;

export interface ShownText {
  node: Text;
  element: Element;
  /** A rectangle a line. */
  lines: DOMRect[];
}

/** Text nodes with something to read. */
export function shownTexts(): ShownText[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: ShownText[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (!node.data.trim() || !element || /^(SCRIPT|STYLE)$/.test(element.tagName) || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(hasSize);
    if (lines.length > 0) found.push({ node, element, lines });
  }
  return found;
}

const axis = { x: 'overflowX', y: 'overflowY' } as const;

export function clips(element: Element, direction: 'x' | 'y'): boolean {
  return /hidden|clip/.test(getComputedStyle(element)[axis[direction]]);
}

/** Its content can be scrolled to, or turns up by itself as in a carousel. */
export function scrolls(element: Element, direction: 'x' | 'y'): boolean {
  if (element.matches('taro-swiper-core')) return true;
  return /auto|scroll/.test(getComputedStyle(element)[axis[direction]]);
}

/** Ends with … where its text is too long: one line by ellipsis, more by clamping. */
export function isClamped(element: Element): boolean {
  const style = getComputedStyle(element);
  return style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
}

/** The element, or a part or an owner of it, is what a finger at the point would touch. */
export function isTopmost(element: Element, x: number, y: number): boolean {
  if (isUnderToast(element, x, y)) return false;
  const top = document.elementFromPoint(x, y);
  return top !== null && (element.contains(top) || top.contains(element));
}

/** A toast lets taps through, so that looking for what lies on top does not find it. */
function isUnderToast(element: Element, x: number, y: number): boolean {
  return [...document.querySelectorAll('[role="status"] > *')].some((toast) => {
    const { left, right, top, bottom } = toast.getBoundingClientRect();
    return !toast.contains(element) && x >= left - 20 && x <= right + 20 && y >= top - 20 && y <= bottom + 20;
  });
}

/** Nobody is asked to use it, so it need not be as legible. */
export const isDisabled = (element: Element) => element.closest('[aria-disabled="true"], :disabled') !== null;
