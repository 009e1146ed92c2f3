import { DatePicker } from 'antd';
import { fromPicker, toPicker } from '../beijing';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';

/** Chosen in Beijing's time, kept in UTC. */
export function TimeField({ label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'text'>>) {
  const error = useErrorAt(path);
  return (
    <Field label={label} isRequired={isRequired} error={error}>
      <DatePicker
        className="wide"
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        aria-label={label}
        allowClear={!isRequired}
        placeholder={isRequired ? '选一个时间' : '不限'}
        value={typeof value === 'string' && value !== '' ? toPicker(value) : null}
        {...(error && { status: 'error' as const })}
        onChange={(next) => onChange(next ? fromPicker(next) : isRequired ? '' : undefined, path)}
      />
    </Field>
  );
}
