import { byId } from '../dom';
import { BuiltIn } from './base';

const DEFAULT_THRESHOLD = 50;

export class WxScrollView extends BuiltIn {
  private listening = false;
  private last = { top: 0, left: 0 };
  private wanted: Record<string, unknown> = {};
  private atEnd = { bottom: false, right: false };

  connectedCallback(): void {
    if (this.listening) return;
    this.listening = true;
    this.addEventListener('scroll', () => this.onScroll());
    this.changed('scroll-x');
    this.changed('scroll-top');
  }

  protected override changed(name: string): void {
    if (name === 'scroll-x' || name === 'scroll-y') {
      this.style.overflowX = this.flag('scroll-x') ? 'auto' : 'hidden';
      this.style.overflowY = this.flag('scroll-y') ? 'auto' : 'hidden';
    }
    if (/^scroll-(top|left|into-view)$/.test(name)) {
      // after the content of the same update is there
      requestAnimationFrame(() => this.follow());
    }
  }

  /** Scrolls to what the attributes say, once per new value, as the hosts do. */
  private follow(): void {
    const isNew = (name: string) => {
      const value = this.value(name);
      const changed = value !== undefined && value !== this.wanted[name];
      this.wanted[name] = value;
      return changed;
    };
    if (isNew('scroll-top')) this.scrollTop = this.number('scroll-top', 0);
    if (isNew('scroll-left')) this.scrollLeft = this.number('scroll-left', 0);
    if (!isNew('scroll-into-view')) return;
    const target = byId(this, this.text('scroll-into-view'));
    if (!target) return;
    const from = this.getBoundingClientRect();
    const to = target.getBoundingClientRect();
    this.scrollBy(to.left - from.left, to.top - from.top);
  }

  private onScroll(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, last } = this;
    const deltaX = last.left - scrollLeft;
    const deltaY = last.top - scrollTop;
    this.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
    const lower = this.number('lower-threshold', DEFAULT_THRESHOLD);
    const upper = this.number('upper-threshold', DEFAULT_THRESHOLD);
    if (this.flag('scroll-y')) {
      this.tellEnd('bottom', scrollTop + this.clientHeight >= scrollHeight - lower, deltaY < 0);
      if (deltaY > 0 && scrollTop <= upper) this.emit('scrolltoupper', { direction: 'top' });
    }
    if (this.flag('scroll-x')) {
      this.tellEnd('right', scrollLeft + this.clientWidth >= scrollWidth - lower, deltaX < 0);
      if (deltaX > 0 && scrollLeft <= upper) this.emit('scrolltoupper', { direction: 'left' });
    }
    this.last = { top: scrollTop, left: scrollLeft };
  }

  /** Once per approach to the end. */
  private tellEnd(direction: 'bottom' | 'right', near: boolean, towards: boolean): void {
    if (near && towards && !this.atEnd[direction]) {
      this.atEnd[direction] = true;
      this.emit('scrolltolower', { direction });
    }
    if (!near) this.atEnd[direction] = false;
  }
}
