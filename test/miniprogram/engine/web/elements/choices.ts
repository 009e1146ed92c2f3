import { BuiltIn } from './base';

/** `<checkbox>` and `<radio>`: a mark, and a group around that speaks for all. */
abstract class Choice extends BuiltIn {
  protected abstract readonly radius: string;
  on = false;
  private mark: HTMLElement | undefined;

  connectedCallback(): void {
    if (this.mark) return;
    const css =
      ':host{display:inline-block}i{display:inline-block;width:22px;height:22px;border:1px solid #d1d1d1;' +
      `border-radius:${this.radius};text-align:center;line-height:22px;font-style:normal;color:#09bb07;` +
      'vertical-align:middle;margin-right:5px;background:#fff}';
    this.mark = this.shadow(css, '<i></i><slot></slot>').querySelector('i') as HTMLElement;
    this.set(this.flag('checked'));
    this.addEventListener('click', () => {
      if (!this.flag('disabled')) this.toggle();
    });
  }

  abstract toggle(): void;

  set(on: boolean): void {
    this.on = on;
    if (this.mark) this.mark.textContent = on ? '✓' : '';
  }

  protected override changed(name: string): void {
    if (name === 'checked' && this.mark) this.set(this.flag('checked'));
  }
}

export class WxCheckbox extends Choice {
  protected readonly radius = '3px';
  toggle(): void {
    this.set(!this.on);
    const group = this.closest<WxCheckboxGroup>('wx-checkbox-group');
    group?.emit('change', { value: group.formValue });
  }
}

export class WxRadio extends Choice {
  protected readonly radius = '50%';
  toggle(): void {
    if (this.on) return;
    const group = this.closest<WxRadioGroup>('wx-radio-group');
    group?.querySelectorAll<WxRadio>('wx-radio').forEach((radio) => radio.set(false));
    this.set(true);
    group?.emit('change', { value: this.text('value') });
  }
}

export class WxCheckboxGroup extends BuiltIn {
  get formValue(): string[] {
    const boxes = [...this.querySelectorAll<WxCheckbox>('wx-checkbox')];
    return boxes.filter((box) => box.on).map((box) => box.text('value'));
  }
}

export class WxRadioGroup extends BuiltIn {
  get formValue(): string {
    const radios = [...this.querySelectorAll<WxRadio>('wx-radio')];
    return radios.find((radio) => radio.on)?.text('value') ?? '';
  }
}

export class WxSwitch extends BuiltIn {
  private knob: HTMLElement | undefined;
  private on = false;

  get formValue(): boolean {
    return this.on;
  }

  connectedCallback(): void {
    if (this.knob) return;
    const css =
      ':host{display:inline-block}b{display:inline-block;width:50px;height:30px;border-radius:16px;' +
      'background:#dfdfdf;position:relative}b::after{content:"";position:absolute;left:1px;top:1px;width:28px;' +
      'height:28px;border-radius:50%;background:#fff}b.on{background:var(--color,#04be02)}b.on::after{left:21px}';
    this.knob = this.shadow(css, '<b></b>').querySelector('b') as HTMLElement;
    this.changed('checked');
    this.addEventListener('click', () => {
      if (!this.flag('disabled')) this.toggle();
    });
  }

  toggle(): void {
    this.set(!this.on);
    this.emit('change', { value: this.on });
  }

  private set(on: boolean): void {
    this.on = on;
    this.knob?.classList.toggle('on', on);
  }

  protected override changed(name: string): void {
    if (name === 'checked' && this.knob) this.set(this.flag('checked'));
    if (name === 'color') this.style.setProperty('--color', this.text('color'));
  }
}

const RANGE: Record<string, number> = { min: 0, max: 100, step: 1, value: 0 };

export class WxSlider extends BuiltIn {
  private field: HTMLInputElement | undefined;

  get formValue(): number {
    return Number(this.field?.value ?? 0);
  }

  connectedCallback(): void {
    if (this.field) return;
    const css = ':host{display:block;padding:8px 10px}input{width:100%}';
    const field = this.shadow(css, '<input type="range">').querySelector('input') as HTMLInputElement;
    this.field = field;
    Object.keys(RANGE).forEach((name) => this.changed(name));
    field.addEventListener('change', () => this.emit('change', { value: Number(field.value) }));
    field.addEventListener('input', () => this.emit('changing', { value: Number(field.value) }));
  }

  protected override changed(name: string): void {
    const fallback = RANGE[name];
    if (this.field && fallback !== undefined) {
      this.field[name as 'min' | 'max' | 'step' | 'value'] = String(this.number(name, fallback));
    }
  }
}
