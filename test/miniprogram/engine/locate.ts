import type { Locator, Page } from 'playwright-core';
import { BUILTIN_TAGS } from './builtinTags';

const TAG = new RegExp(`(^|[\\s>,(])(${BUILTIN_TAGS.join('|')})(?=$|[\\s>.,:[#)])`, 'g');

/** A package-side selector (`.card`, `#add`, `swiper-item image`) as the browser side has it. */
export const toBrowserSelector = (selector: string): string =>
  selector.replace(/#([\w-]+)/g, '[exparser\\:info-attr-id="$1"]').replace(TAG, '$1wx-$2');

const looksLikeSelector = (target: string) =>
  /^[.#[]/.test(target) || BUILTIN_TAGS.includes(target.split(/[\s>.:[#]/)[0] ?? '');

/** The page that is shown. */
export const topPage = (page: Page): Locator => page.locator('.mp-page:visible').last();

/** Dialogs that the super-app draws above it. */
export const dialog = (page: Page): Locator => page.locator('.mp-ui').last();

/**
 * What a target names in `root`: `css=…`, a selector that starts with `.`, `#`, `[` or a built-in tag, or else the
 * exact text a shopper reads (`text=…` says so explicitly).
 */
export function locateIn(root: Locator, target: string): Locator {
  if (target.startsWith('css=')) return root.locator(toBrowserSelector(target.slice(4)));
  if (target.startsWith('text=')) return root.getByText(target.slice(5), { exact: true }).filter({ visible: true });
  if (looksLikeSelector(target)) return root.locator(toBrowserSelector(target));
  return root.getByText(target, { exact: true }).filter({ visible: true });
}
