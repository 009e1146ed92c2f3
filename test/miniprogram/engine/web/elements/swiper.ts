import { BuiltIn } from './base';

const SWIPE_DISTANCE = 40;
const ANIMATION_MS = 300;
const DEFAULT_INTERVAL_MS = 5000;
const CSS =
  ':host{display:block;height:150px;overflow:hidden;position:relative}' +
  'div{position:absolute;inset:0;display:flex;transition:transform .3s}div.vertical{flex-direction:column}' +
  'p{position:absolute;bottom:10px;left:0;right:0;margin:0;text-align:center}' +
  'p i{display:inline-block;width:8px;height:8px;border-radius:50%;margin:0 4px;background:var(--dot,rgba(0,0,0,.3))}' +
  'p i.on{background:var(--dot-on,#000)}' +
  '::slotted(*){flex:0 0 100%!important;width:100%!important;height:100%!important;position:relative!important}';

export class WxSwiper extends BuiltIn {
  private track: HTMLElement | undefined;
  private dots: HTMLElement | undefined;
  private current = 0;
  private timer = 0;

  connectedCallback(): void {
    if (!this.track) this.build();
    this.restart();
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  /** @param source what moved it: '' for the page, 'autoplay', or 'touch' */
  go(index: number, source: '' | 'autoplay' | 'touch'): void {
    const count = this.items.length;
    if (!count) return;
    const around = this.flag('circular') || source === 'autoplay';
    const next = around ? (index + count) % count : Math.max(0, Math.min(count - 1, index));
    if (next === this.current) return;
    this.current = next;
    this.draw();
    const item = this.items[next];
    const detail = { current: next, currentItemId: item instanceof BuiltIn ? item.text('item-id') : '', source };
    this.emit('change', detail);
    window.setTimeout(() => this.emit('animationfinish', detail), ANIMATION_MS);
  }

  protected override changed(name: string): void {
    if (!this.track) return;
    if (name === 'current') this.go(this.number('current', 0), '');
    else if (this.isConnected) this.restart();
  }

  private get items(): Element[] {
    return [...this.children];
  }

  private build(): void {
    const root = this.shadow(CSS, '<div><slot></slot></div><p></p>');
    this.track = root.querySelector('div') as HTMLElement;
    this.dots = root.querySelector('p') as HTMLElement;
    this.current = this.number('current', 0);
    root.querySelector('slot')?.addEventListener('slotchange', () => this.draw());
    let start: Touch | undefined;
    this.addEventListener('touchstart', (event) => (start = event.touches[0]), { passive: true });
    this.addEventListener('touchend', (event) => {
      const end = event.changedTouches[0];
      if (!start || !end) return;
      const moved = this.flag('vertical') ? end.clientY - start.clientY : end.clientX - start.clientX;
      if (Math.abs(moved) > SWIPE_DISTANCE) this.go(this.current + (moved < 0 ? 1 : -1), 'touch');
      start = undefined;
    });
  }

  private restart(): void {
    window.clearInterval(this.timer);
    if (this.flag('autoplay')) {
      const interval = this.number('interval', DEFAULT_INTERVAL_MS);
      this.timer = window.setInterval(() => this.go(this.current + 1, 'autoplay'), interval);
    }
    this.draw();
  }

  private draw(): void {
    if (!this.track || !this.dots) return;
    const vertical = this.flag('vertical');
    this.track.className = vertical ? 'vertical' : '';
    this.track.style.transform = `translate${vertical ? 'Y' : 'X'}(${-100 * this.current}%)`;
    this.style.setProperty('--dot', this.text('indicator-color', 'rgba(0,0,0,.3)'));
    this.style.setProperty('--dot-on', this.text('indicator-active-color', '#000'));
    const dots = this.flag('indicator-dots') ? this.items : [];
    this.dots.replaceChildren(
      ...dots.map((_item, index) => {
        const dot = document.createElement('i');
        if (index === this.current) dot.className = 'on';
        return dot;
      }),
    );
  }
}
