import { Select } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { useRead } from '../../api/useRead';

export function PickStoresField({ label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'list'>>) {
  const error = useErrorAt(path, true);
  const { data, isLoading } = useRead('GET /admin/stores', {});
  return (
    <Field label={label} isRequired={isRequired} error={error}>
      <Select
        mode="multiple"
        className="wide"
        aria-label={label}
        placeholder="全部门店"
        loading={isLoading}
        showSearch={{ optionFilterProp: 'label' }}
        value={(value as string[] | undefined) ?? []}
        options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next: string[]) => onChange(next.length === 0 && !isRequired ? undefined : next, '')}
      />
    </Field>
  );
}
