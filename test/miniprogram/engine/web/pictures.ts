import type { PictureFault } from '../protocol';
import { begin } from './activity';
import { report } from './record';

const states = new WeakMap<HTMLElement, { image: HTMLImageElement; done: () => void }>();

/** Called by the image element whenever it starts to load a source. */
export function pictureStarted(host: HTMLElement, image: HTMLImageElement): void {
  states.get(host)?.done();
  // a lazy picture off screen may never load, which is what lazy means
  const done = image.loading === 'lazy' ? () => {} : begin(`the picture ${image.src}`);
  states.set(host, { image, done });
}

export function pictureEnded(host: HTMLElement, page: string, failed: boolean): void {
  const state = states.get(host);
  state?.done();
  const source = state?.image.src ?? '';
  if (failed) report.pictures.push({ page, src: source, reason: 'failed to load' });
  else if (!state?.image.naturalWidth) report.pictures.push({ page, src: source, reason: 'has no size' });
}

export const pictureForgotten = (host: HTMLElement) => states.get(host)?.done();

/** Pictures of the page on top that show nothing now, besides those whose loading failed. */
export async function currentPictureFaults(page: HTMLElement | undefined, maxMs: number): Promise<PictureFault[]> {
  const path = page?.dataset.path ?? '';
  const visible = [...(page?.querySelectorAll<HTMLElement>('wx-image') ?? [])].filter(
    (host) => host.getClientRects().length > 0,
  );
  const faults: PictureFault[] = [];
  await Promise.all(
    visible.map(async (host) => {
      const image = states.get(host)?.image;
      if (!image) return void faults.push({ page: path, src: '', reason: 'has no source' });
      if (image.complete || image.loading === 'lazy') return;
      const loaded = await Promise.race([
        image.decode().then(
          () => true,
          () => true,
        ),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), maxMs)),
      ]);
      if (!loaded) faults.push({ page: path, src: image.src, reason: 'never finished loading' });
    }),
  );
  return faults;
}
