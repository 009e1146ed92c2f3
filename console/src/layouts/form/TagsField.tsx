import { Select } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';

/** Short texts of the marketer's own. */
export function TagsField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'list'>>) {
  const error = useErrorAt(path, true);
  return (
    <Field label={label} isRequired={isRequired} error={error}>
      <Select
        mode="tags"
        className="wide"
        aria-label={label}
        placeholder={isRequired ? '写好按回车' : '不限，写好按回车'}
        maxCount={node.max}
        open={false}
        suffixIcon={null}
        value={(value as string[] | undefined) ?? []}
        onChange={(next: string[]) => onChange(next.length === 0 && !isRequired ? undefined : next, path)}
      />
    </Field>
  );
}
