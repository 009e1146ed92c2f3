import { Segmented, Select } from 'antd';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { wordOf } from './words';

/** px: the form's width, a Chinese letter, and what stands around the letters of one choice. */
const WIDTH = 330;
const LETTER = 13;
const AROUND = 10;
const UNSAID = '';
const ANY = 'any';

export function ChoiceField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'choice'>>) {
  const error = useErrorAt(path);
  // to want any of them is to say nothing
  const nothing = node.values.includes(ANY) ? ANY : UNSAID;
  const canBeUnsaid = !isRequired && node.initial === undefined;
  const options = [
    ...(canBeUnsaid && nothing === UNSAID ? [{ value: UNSAID, label: '默认' }] : []),
    ...node.values.map((each) => ({ value: each, label: wordOf(each) })),
  ];
  const shared = {
    value: (value ?? node.initial ?? (canBeUnsaid ? nothing : undefined)) as string | number | undefined,
    options,
    'aria-label': label,
    onChange: (next: string | number) => onChange(canBeUnsaid && next === nothing ? undefined : next, path),
  };
  // all are as wide as the widest
  const widest = Math.max(...options.map((option) => option.label.length)) * LETTER + AROUND;
  const isShort = widest * options.length <= WIDTH;
  return (
    <Field label={label} isRequired={isRequired} error={error}>
      {isShort ? <Segmented block {...shared} /> : <Select className="wide" {...shared} />}
    </Field>
  );
}
