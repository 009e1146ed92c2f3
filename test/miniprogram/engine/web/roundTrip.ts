import { topPageElement } from './dom';

export interface RoundTrip {
  /** ms from the finger's lifting to the first change of the watched element. */
  dom: number;
  /** ms from there to the end of the next frame. */
  frame: number;
}

const GIVE_UP_MS = 3000;

/** Measures, inside the browser, the next tap's way to a change in `selector` of the page on top. */
export function tapRoundTrip(selector: string): Promise<RoundTrip> {
  return new Promise((resolve, reject) => {
    const watched = topPageElement()?.querySelector(selector);
    if (!watched) return reject(new Error(`nothing matches ${selector}`));
    let lifted = 0;
    const giveUp = window.setTimeout(() => reject(new Error(`${selector} did not change after the tap`)), GIVE_UP_MS);
    const onLift = () => {
      lifted = performance.now();
    };
    document.addEventListener('touchend', onLift, { once: true, capture: true });
    const observer = new MutationObserver(() => {
      if (!lifted) return;
      const dom = performance.now() - lifted;
      observer.disconnect();
      window.clearTimeout(giveUp);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () =>
          resolve({ dom: Number(dom.toFixed(1)), frame: Number((performance.now() - lifted).toFixed(1)) });
        channel.port2.postMessage(0);
      });
    });
    observer.observe(watched, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}
