import { Segmented, Select } from 'antd';
import { Field } from './Field';
import { FieldList } from './FieldList';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { startVariant } from './startOf';

const UNSAID = '';

/** One of several shapes, told apart by one property. */
export function VariantsField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'variants'>>) {
  const error = useErrorAt(path);
  const { by, variants } = node;
  const told = (value as Record<string, unknown> | undefined)?.[by] as string | undefined;
  const variant = variants.find((each) => each.value === told);
  const options = [
    ...(isRequired ? [] : [{ value: UNSAID, label: '默认' }]),
    ...variants.map((each) => ({ value: each.value, label: each.title })),
  ];
  const choose = (next: string) => {
    const chosen = variants.find((each) => each.value === next);
    onChange(chosen ? startVariant(by, chosen) : undefined, '');
  };
  const shared = { value: told ?? UNSAID, options, 'aria-label': label, onChange: choose };
  return (
    <>
      <Field label={label} isRequired={isRequired} error={error}>
        {options.length <= 4 ? <Segmented block {...shared} /> : <Select className="wide" {...shared} />}
      </Field>
      {variant && variant.fields.length > 0 && (
        <div className="fld-nest">
          <FieldList
            fields={variant.fields}
            value={value}
            path={path}
            onChange={(next, at) => onChange({ ...(next as object), [by]: told }, at)}
          />
        </div>
      )}
    </>
  );
}
