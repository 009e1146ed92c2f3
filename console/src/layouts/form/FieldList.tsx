import type { FormField } from './formOf';
import { NodeField } from './NodeField';

interface FieldListProps {
  /** Of a group within a form. */
  title?: string;
  fields: FormField[];
  value: unknown;
  path: string;
  /** A group that becomes absent when nothing is left in it. */
  isOptional?: boolean;
  onChange(next: unknown, path: string): void;
}

/** The fields of an object, in the contract's order. */
export function FieldList({ title, fields, value, path, isOptional, onChange }: FieldListProps) {
  const values = (value ?? {}) as Record<string, unknown>;
  const set = (name: string, next: unknown, at: string) => {
    const { [name]: before, ...rest } = values;
    void before;
    const after = next === undefined ? rest : { ...values, [name]: next };
    onChange(isOptional && isEmpty(after) ? undefined : after, at);
  };
  return (
    <div className={title ? 'fld-group' : undefined}>
      {title && <h3>{title}</h3>}
      {fields.map(({ name, isRequired, node }) => (
        <NodeField
          key={name}
          node={node}
          label={node.title}
          path={path ? `${path}.${name}` : name}
          isRequired={isRequired && !(isOptional && isEmpty(values))}
          value={values[name]}
          onChange={(next, at) => set(name, next, at)}
        />
      ))}
    </div>
  );
}

const isEmpty = (values: object) => Object.values(values).every((value) => value === '' || value === undefined);
