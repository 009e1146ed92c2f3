import { Select } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { useRead } from '../../api/useRead';

/** A campaign page, by the name in its link. */
export function PickPageField({ label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'text'>>) {
  const error = useErrorAt(path);
  const { data, isLoading } = useRead('GET /admin/layouts', {});
  const pages = (data?.items ?? []).filter(({ page }) => page === 'campaign');
  return (
    <Field label={label} isRequired={isRequired} error={error === '还没有填' ? '还没有选活动页' : error}>
      <Select
        className="wide"
        aria-label={label}
        placeholder="选择活动页"
        showSearch={{ optionFilterProp: 'label' }}
        loading={isLoading}
        notFoundContent="还没有活动页，在“店铺装修”里新建"
        value={typeof value === 'string' && value !== '' ? value : undefined}
        options={pages.map(({ slug, title }) => ({ value: slug, label: `${title}（${slug}）` }))}
        {...(error && { status: 'error' as const })}
        onChange={(next) => onChange(next, '')}
      />
    </Field>
  );
}
