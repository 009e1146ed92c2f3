import { describe, isShown, shownTexts } from './elements';
import type { Fault } from './fault';

/** Pictures without pixels, and grounds that stand for one. Pictures that are still waiting are the caller's matter. */
export function pictures(): Fault[] {
  const broken = [...document.images]
    .filter((image) => isShown(image) && image.src && image.complete && image.naturalWidth === 0)
    .map((image) => fault(image, image.src.slice(0, 120)));
  const grounds = shownTexts()
    .filter(({ node }) => node.data.trim() === '图片暂缺')
    .map(({ element }) => fault(element, 'the ground of a missing picture'));
  return [...broken, ...grounds];
}

const fault = (element: Element, measured: string): Fault => ({
  kind: 'missing picture',
  element: describe(element),
  measured,
});
