import { cutText } from './cutText';
import { scrolls, shownElements } from './elements';
import type { Fault } from './fault';
import { names } from './names';
import { overflow } from './overflow';
import { pictures } from './pictures';
import { taps } from './taps';
import { textBoxes } from './textBoxes';

/** What the screenshots' command calls inside a page, as `screenChecks`. */
export { textBoxes };

/** Every fault that the document itself can tell, of what the window shows now. */
export function faults(): Fault[] {
  return [overflow, pictures, cutText, taps, names].flatMap((check) => check());
}

const HIDING = `*, *::placeholder { -webkit-text-fill-color: transparent !important;
  text-decoration-color: transparent !important; text-shadow: none !important; caret-color: transparent !important; }`;

/** Without the text a picture of the window shows its ground. */
export function hideTexts(isHidden: boolean): void {
  document.getElementById('screen-checks')?.remove();
  if (!isHidden) return;
  const style = document.createElement('style');
  style.id = 'screen-checks';
  style.textContent = HIDING;
  document.head.append(style);
}

/** Scrolls the largest scroller on top by most of its height; false at the end. */
export function scrollOn(): boolean {
  const sheet = document.querySelector('[role="dialog"]');
  const scrollers = shownElements()
    .filter((one) => scrolls(one, 'y') && one.scrollHeight > one.clientHeight + 8 && (!sheet || sheet.contains(one)))
    .sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight);
  const scroller = scrollers[0];
  if (!scroller) return false;
  const before = scroller.scrollTop;
  scroller.scrollTop += scroller.clientHeight * 0.7;
  return scroller.scrollTop > before + 1;
}

interface Carousel {
  autoplay?: { stop(): void };
  activeIndex: number;
  slideTo(index: number, ms: number): void;
}

/** A carousel that turns between two pictures of the window would show its words in one place and its ground in another. */
export function stopCarousels(): void {
  for (const element of document.querySelectorAll<HTMLElement & { swiper?: Carousel }>('.swiper, .swiper-container')) {
    element.swiper?.autoplay?.stop();
    element.swiper?.slideTo(element.swiper.activeIndex, 0);
  }
}

/** Every picture in the window has come or has failed. */
export function arePicturesHere(): boolean {
  return [...document.images].every((image) => {
    const { top, bottom, width } = image.getBoundingClientRect();
    return width === 0 || bottom < 0 || top > innerHeight || !image.src || image.complete;
  });
}
