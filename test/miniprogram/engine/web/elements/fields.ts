import { BuiltIn } from './base';

const DEFAULT_MAX_LENGTH = 140;
const INPUT_MODES: Record<string, string> = { number: 'numeric', digit: 'decimal' };
const FIELD_CSS =
  'input,textarea{all:unset;box-sizing:border-box;display:block;width:100%;height:100%;text-align:inherit;' +
  'cursor:text;white-space:pre-wrap}';

/** `<input>` and `<textarea>`: one native field inside. */
abstract class TextField extends BuiltIn {
  protected abstract readonly html: string;
  protected abstract readonly hostCss: string;
  private field: HTMLInputElement | HTMLTextAreaElement | undefined;

  get formValue(): string {
    return this.field?.value ?? '';
  }

  connectedCallback(): void {
    if (this.field) return;
    const root = this.shadow(`:host{display:block;${this.hostCss}}${FIELD_CSS}`, this.html);
    const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>('input,textarea');
    if (!field) return;
    this.field = field;
    const detail = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length });
    const on = (type: string, handler: (event: Event) => void) =>
      field.addEventListener(type, (event) => {
        event.stopPropagation();
        handler(event);
      });
    on('input', () => {
      const limit = this.number('maxlength', DEFAULT_MAX_LENGTH);
      if (limit > 0 && field.value.length > limit) field.value = field.value.slice(0, limit);
      this.emit('input', { ...detail(), keyCode: 0 });
    });
    on('change', () => {});
    on('focus', () => this.emit('focus', { ...detail(), height: 0 }));
    on('blur', () => this.emit('blur', { ...detail(), height: 0 }));
    on('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && field instanceof HTMLInputElement) this.emit('confirm', detail());
    });
    for (const name of ['value', 'placeholder', 'type', 'disabled', 'password', 'focus']) this.changed(name);
  }

  focusField(): void {
    this.field?.focus();
  }

  protected override changed(name: string): void {
    const { field } = this;
    if (!field) return;
    if (name === 'value' && field.value !== this.text('value')) field.value = this.text('value');
    if (name === 'placeholder') field.placeholder = this.text('placeholder');
    if (name === 'disabled') field.disabled = this.flag('disabled');
    if ((name === 'focus' || name === 'auto-focus') && this.flag(name)) field.focus();
    if ((name === 'type' || name === 'password') && field instanceof HTMLInputElement) {
      field.type = this.flag('password') ? 'password' : 'text';
      field.inputMode = INPUT_MODES[this.text('type')] ?? 'text';
    }
  }
}

export class WxInput extends TextField {
  protected readonly html = '<input>';
  protected readonly hostCss = 'min-height:1.4em;height:1.4em;overflow:hidden';
}

export class WxTextarea extends TextField {
  protected readonly html = '<textarea></textarea>';
  protected readonly hostCss = 'width:300px;height:150px';
}
