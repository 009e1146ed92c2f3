import { PREVIEW_PROTOCOL, type BlockBox, type FromFrame, type ToFrame } from '@jishi/contract/plain/preview';
import { BLOCK_MARK, type Preview } from './previewing';

const PICKED = 'jd-picked';
const STYLE = `.${PICKED}{position:relative}.${PICKED}::after{content:"";position:absolute;z-index:99;inset:0;border:2px solid #cf3f22;border-radius:4px;pointer-events:none}[${BLOCK_MARK}]{cursor:pointer}`;

type Told = FromFrame extends infer M ? (M extends unknown ? Omit<M, 'protocol'> : never) : never;

/** Only as the server's `/preview` page, which names the console, and in a frame. */
function openPreview(): Preview | null {
  if (typeof document === 'undefined' || location.pathname !== '/preview' || window.parent === window) return null;
  const origin = document.querySelector<HTMLMetaElement>('meta[name="console-origin"]')?.content;
  return origin ? previewFor(origin) : null;
}

function previewFor(origin: string): Preview {
  const tell = (message: Told) => window.parent.postMessage({ protocol: PREVIEW_PROTOCOL, ...message }, origin);
  let last: Parameters<Preview['drawn']>[0] | null = null;
  let selected: string | null = null;
  const tellDrawn = () => last && tell({ kind: 'drawn', ...last, boxes: boxes() });
  const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(tellDrawn);

  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.appendChild(style);
  document.addEventListener('click', (event) => pick(event, tell), true);
  document.addEventListener('scroll', (event) => tell({ kind: 'scrolled', top: topOf(event.target) }), true);

  return {
    onDocument(listener) {
      window.addEventListener('message', ({ source, origin: from, data }: MessageEvent<ToFrame | null>) => {
        if (source !== window.parent || from !== origin || data?.protocol !== PREVIEW_PROTOCOL) return;
        if (data.kind === 'document') listener(data);
        else if (data.kind === 'select') {
          selected = data.blockId;
          mark(selected)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
        }
      });
      tell({ kind: 'ready' });
    },
    drawn(what) {
      last = what;
      sizes?.disconnect();
      elements().forEach((element) => sizes?.observe(element));
      mark(selected);
      tellDrawn();
    },
  };
}

/** A tap picks its block; whatever else it would do, on a block or beside one, it does not do here. */
function pick(event: MouseEvent, tell: (message: Told) => void): void {
  event.preventDefault();
  event.stopPropagation();
  const blockId = (event.target as Element).closest(`[${BLOCK_MARK}]`)?.getAttribute(BLOCK_MARK);
  if (blockId) tell({ kind: 'picked', blockId });
}

/** Of the page in sight: others stay in the document, hidden. */
function elements(): HTMLElement[] {
  const all = Array.from(document.querySelectorAll<HTMLElement>(`[${BLOCK_MARK}]`));
  return all.filter((element) => element.getClientRects().length > 0);
}

function mark(blockId: string | null): HTMLElement | undefined {
  const all = elements();
  all.forEach((element) => element.classList.toggle(PICKED, element.getAttribute(BLOCK_MARK) === blockId));
  return all.find((element) => element.getAttribute(BLOCK_MARK) === blockId);
}

function boxes(): BlockBox[] {
  return elements().map((element) => {
    // one that floats leaves its frame empty
    const drawn = element.offsetHeight > 0 ? element : (element.firstElementChild ?? element);
    const { top, height } = drawn.getBoundingClientRect();
    return { blockId: element.getAttribute(BLOCK_MARK)!, top: top + scrolledTop(element), height };
  });
}

function scrolledTop(element: Element): number {
  for (let node = element.parentElement; node; node = node.parentElement) if (node.scrollTop > 0) return node.scrollTop;
  return 0;
}

function topOf(target: EventTarget | null): number {
  const element = target instanceof Element ? target : document.scrollingElement;
  return element?.scrollTop ?? 0;
}

export const preview = openPreview();
