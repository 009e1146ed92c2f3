import { Select } from 'antd';
import { useRead } from '../../api/useRead';
import { inTree } from '../../components/CategoryPicker';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';

/** By the name in its link, which stays when a category is renamed. */
export function PickCategoryField({ label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'text'>>) {
  const error = useErrorAt(path);
  const { data, isLoading } = useRead('GET /admin/categories', {});
  const options = inTree(data?.items ?? []).map(({ slug, name, parentId, productCount }) => ({
    value: slug,
    label: `${parentId ? '　' : ''}${name}`,
    count: productCount,
  }));
  return (
    <Field label={label} isRequired={isRequired} error={error === '还没有填' ? '还没有选分类' : error}>
      <Select
        className="wide"
        aria-label={label}
        placeholder="选择分类"
        showSearch={{ optionFilterProp: 'label' }}
        loading={isLoading}
        value={typeof value === 'string' && value !== '' ? value : undefined}
        options={options}
        optionRender={({ data: option }) => (
          <div className="row">
            {option.label}
            <div className="grow" />
            <span className="note">{option.count} 件</span>
          </div>
        )}
        {...(error && { status: 'error' as const })}
        onChange={(next) => onChange(next, '')}
      />
    </Field>
  );
}
