import { MoneyInput } from './MoneyInput';

interface MoneyFieldProps {
  label: string;
  /** Given by the form. */
  value?: number | null;
  onChange?(fen: number | null): void;
}

/** MoneyInput as a form wants it. */
export function MoneyField({ label, value = null, onChange }: MoneyFieldProps) {
  return <MoneyInput label={label} fen={value} onChange={(fen) => onChange?.(fen)} />;
}
