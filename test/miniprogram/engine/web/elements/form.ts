import { byId } from '../dom';
import { BuiltIn, isFormField } from './base';
import type { WxTextarea } from './fields';

export class WxForm extends BuiltIn {
  submit(): void {
    const value: Record<string, unknown> = {};
    for (const node of this.querySelectorAll('*')) {
      if (isFormField(node) && node.text('name')) value[node.text('name')] = node.formValue;
    }
    this.emit('submit', { value, formId: '' });
  }
}

interface Toggled extends BuiltIn {
  toggle?(): void;
}

export class WxLabel extends BuiltIn {
  private listening = false;

  connectedCallback(): void {
    if (this.listening) return;
    this.listening = true;
    this.addEventListener('click', (event) => {
      const target = this.text('for')
        ? byId(document, this.text('for'))
        : this.querySelector('wx-checkbox,wx-radio,wx-switch,wx-input');
      if (!target || target.contains(event.target as Node)) return;
      const toggled = target as Toggled;
      if (toggled.toggle) toggled.toggle();
      else (target as WxTextarea).focusField?.();
    });
  }
}
