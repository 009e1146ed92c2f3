import { Switch } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';

export function SwitchField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'switch'>>) {
  return (
    <Field label={label} isInline>
      <Switch
        size="small"
        aria-label={label}
        checked={Boolean(value ?? node.initial)}
        onChange={(next) => onChange(next || isRequired || node.initial !== undefined ? next : undefined, path)}
      />
    </Field>
  );
}
