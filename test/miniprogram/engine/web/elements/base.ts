import { toBrowserUnits } from '../../units';
import type { EngineNode } from '../glass';

// The engine writes `false` as an attribute; CSS and the browser would take its presence for true.
const BOOLEANS = new Set(['disabled', 'plain', 'loading', 'hidden', 'checked']);
const FALSE = new Set<unknown>([undefined, null, false, 'false']);

/** A built-in component. Reads attributes from the engine, which keeps objects and booleans, not from the DOM. */
export class BuiltIn extends HTMLElement {
  declare __wxElement?: EngineNode;

  override setAttribute(name: string, value: string): void {
    super.setAttribute(name, name === 'style' ? toBrowserUnits(value) : value);
    if (!this.__wxElement) return;
    if (BOOLEANS.has(name) && FALSE.has(this.__wxElement.getAttribute(name))) super.removeAttribute(name);
    this.changed(name);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    if (this.__wxElement) this.changed(name);
  }

  /** Called for each attribute that the engine sets or removes. */
  protected changed(_name: string): void {}

  value(name: string): unknown {
    const value = this.__wxElement?.getAttribute(name);
    return value === null || value === '' ? undefined : value;
  }

  text(name: string, fallback = ''): string {
    const value = this.value(name);
    return value === undefined ? fallback : String(value);
  }

  flag(name: string): boolean {
    const value = this.value(name);
    return value !== 'false' && Boolean(value);
  }

  number(name: string, fallback: number): number {
    const value = Number.parseFloat(this.text(name));
    return Number.isNaN(value) ? fallback : value;
  }

  emit(type: string, detail: object = {}): void {
    this.__wxElement?.triggerEvent(type, detail, { bubbles: false, composed: false });
  }

  protected shadow(css: string, html: string): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${css}</style>${html}`;
    return root;
  }
}

/** A component that takes part in a form's value. */
export interface FormField extends BuiltIn {
  readonly formValue: unknown;
}

export const isFormField = (node: Element): node is FormField => 'formValue' in node;
export const define = (tag: string, constructor: CustomElementConstructor) =>
  customElements.define(`wx-${tag}`, constructor);
