import { Input } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';

export function TextField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'text'>>) {
  const error = useErrorAt(path);
  const text = typeof value === 'string' ? value : '';
  // an optional text that was emptied is absent again, one with a default is empty
  const set = (next: string) =>
    onChange(next === '' && !isRequired && node.initial === undefined ? undefined : next, path);
  const shared = {
    value: value === undefined && typeof node.initial === 'string' ? node.initial : text,
    maxLength: node.max,
    'aria-label': label,
    status: error ? ('error' as const) : undefined,
    onChange: (event: { target: { value: string } }) => set(event.target.value),
  };
  return (
    <Field
      label={label}
      isRequired={isRequired}
      error={error}
      hint={node.max && node.max <= 60 ? `${text.length} / ${node.max}` : undefined}
    >
      {node.widget === 'longText' ? (
        <Input.TextArea {...shared} rows={3} className="growing" />
      ) : (
        <Input {...shared} placeholder={node.widget === 'video' ? 'https://…/video.mp4' : undefined} />
      )}
    </Field>
  );
}
