import { showSheet } from '../dialogs';
import { BuiltIn } from './base';

/** A list instead of wheels; `choose` lets a scenario answer the modes that have no list. */
export class WxPicker extends BuiltIn {
  private listening = false;
  private chosen: unknown;

  get formValue(): unknown {
    return this.chosen ?? this.value('value') ?? 0;
  }

  connectedCallback(): void {
    if (this.listening) return;
    this.listening = true;
    this.addEventListener('click', () => void this.ask());
  }

  choose(value: unknown): void {
    this.chosen = value;
    this.emit('change', { value });
  }

  private async ask(): Promise<void> {
    if (this.flag('disabled') || this.text('mode', 'selector') !== 'selector') return;
    const range = (this.value('range') ?? []) as (string | Record<string, unknown>)[];
    const key = this.text('range-key');
    const rows = range.map((row) => String(key && typeof row === 'object' ? row[key] : row));
    const index = await showSheet(rows, '取消');
    if (index < 0) this.emit('cancel');
    else this.choose(index);
  }
}
