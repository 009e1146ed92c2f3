import { InputNumber } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';

export function NumberField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'number'>>) {
  const error = useErrorAt(path);
  const { min, max, isWhole } = node;
  return (
    <Field
      label={label}
      isRequired={isRequired}
      error={error}
      hint={min !== undefined && max !== undefined && max < 1_000_000 ? `${min} 到 ${max}` : undefined}
    >
      <InputNumber
        className="wide"
        aria-label={label}
        value={(value ?? node.initial) as number | undefined}
        step={isWhole && max !== undefined && max > 1000 ? 500 : 1}
        {...(isWhole && { precision: 0 })}
        {...(error && { status: 'error' as const })}
        onChange={(next) => onChange(next ?? undefined, path)}
      />
    </Field>
  );
}
