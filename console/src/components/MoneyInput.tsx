import { useState } from 'react';
import { Input } from 'antd';
import { fenOf, yuanOf } from './yuan';

interface MoneyInputProps {
  /** Null: nothing is typed, or what is typed is no amount. */
  fen: number | null;
  onChange(fen: number | null): void;
  label: string;
  size?: 'small' | 'middle';
  disabled?: boolean;
  placeholder?: string;
  onPaste?: React.ClipboardEventHandler;
  hasFault?: boolean;
}

/** Yuan are typed, fen are kept: read digit by digit, never as a fraction. */
export function MoneyInput({ fen, onChange, label, size = 'middle', hasFault, ...input }: MoneyInputProps) {
  const [typed, setTyped] = useState(fen === null ? '' : yuanOf(fen));
  // what came from elsewhere, by a batch or a paste, replaces what was typed
  const text = fenOf(typed) === fen ? typed : fen === null ? typed : yuanOf(fen);
  const isWrong = text.trim() !== '' && fenOf(text) === null;
  return (
    <Input
      {...input}
      size={size}
      className="rnum"
      prefix="¥"
      inputMode="decimal"
      aria-label={label}
      value={text}
      status={isWrong || hasFault ? 'error' : ''}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(fenOf(target.value));
      }}
      onBlur={() => {
        const exact = fenOf(text);
        if (exact !== null) setTyped(yuanOf(exact));
      }}
    />
  );
}
