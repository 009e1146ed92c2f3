import { assetUrl } from '../dom';
import { pictureEnded, pictureForgotten, pictureStarted } from '../pictures';
import { BuiltIn } from './base';

const FITS: Record<string, string> = { scaleToFill: 'fill', aspectFit: 'contain', aspectFill: 'cover' };

export class WxImage extends BuiltIn {
  private image: HTMLImageElement | undefined;
  private source = '';

  connectedCallback(): void {
    if (this.image) return;
    const css =
      ':host{display:inline-block;overflow:hidden;width:320px;height:240px}' +
      'img{display:block;width:100%;height:100%}';
    const image = this.shadow(css, '<img>').querySelector('img') as HTMLImageElement;
    this.image = image;
    image.addEventListener('load', () => {
      pictureEnded(this, this.page, false);
      this.fit(image);
      this.emit('load', { width: image.naturalWidth, height: image.naturalHeight });
    });
    image.addEventListener('error', () => {
      pictureEnded(this, this.page, true);
      this.emit('error', { errMsg: `GET ${this.source} fail` });
    });
    for (const name of ['lazy-load', 'mode', 'src']) this.changed(name);
  }

  disconnectedCallback(): void {
    pictureForgotten(this);
  }

  protected override changed(name: string): void {
    const { image } = this;
    if (!image) return;
    if (name === 'lazy-load') image.loading = this.flag('lazy-load') ? 'lazy' : 'eager';
    if (name === 'mode') this.fit(image);
    if (name === 'src') this.load(image);
  }

  private load(image: HTMLImageElement): void {
    const source = assetUrl(this.text('src'), this.page);
    if (source === this.source) return;
    this.source = source;
    image.style.visibility = source ? '' : 'hidden';
    if (source) image.src = source;
    else image.removeAttribute('src');
    if (source) pictureStarted(this, image);
    else pictureForgotten(this);
  }

  private fit(image: HTMLImageElement): void {
    const mode = this.text('mode', 'scaleToFill');
    const { naturalWidth, naturalHeight } = image;
    image.style.objectFit = FITS[mode] ?? (/Fix$/.test(mode) ? 'fill' : 'none');
    if (mode === 'widthFix' && naturalWidth)
      this.style.height = `${(this.clientWidth * naturalHeight) / naturalWidth}px`;
    if (mode === 'heightFix' && naturalHeight)
      this.style.width = `${(this.clientHeight * naturalWidth) / naturalHeight}px`;
  }

  private get page(): string {
    return this.closest<HTMLElement>('.mp-page')?.dataset.path ?? '';
  }
}
