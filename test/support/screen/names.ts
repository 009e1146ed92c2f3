import { describe, shownElements } from './elements';
import type { Fault } from './fault';
import { INTERACTIVE } from './taps';

/** What a screen reader could only call “button” or “image”. */
export function names(): Fault[] {
  return shownElements().flatMap((element) => {
    if (element.closest('[aria-hidden="true"]')) return [];
    if (element.matches('img, [role="img"]')) return pictureName(element) ? [] : [fault(element, 'a picture')];
    if (element.matches(INTERACTIVE) && !controlName(element)) return [fault(element, 'a control')];
    return [];
  });
}

const fault = (element: Element, measured: string): Fault => ({
  kind: 'no name',
  element: describe(element),
  measured,
});

/** An empty `alt` says that it is decoration; inside a named picture or control it needs no name of its own. */
function pictureName(element: Element): boolean {
  if (element.getAttribute('aria-label')?.trim()) return true;
  if (element.matches('img') && element.hasAttribute('alt')) return true;
  const owner = element.parentElement?.closest(`[role="img"], ${INTERACTIVE}`);
  return Boolean(owner && (owner.getAttribute('aria-label')?.trim() || owner.textContent?.trim()));
}

function controlName(element: Element): boolean {
  const label = element.getAttribute('aria-label') ?? element.closest('[aria-label]')?.getAttribute('aria-label');
  const own = element.matches('input, textarea') ? element.getAttribute('placeholder') : element.textContent;
  return Boolean(label?.trim() || own?.trim());
}
