import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import { PlatformIcon } from '../../components/PlatformIcon';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { wordOf } from './words';

interface ChoicesFieldProps extends FieldProps<NodeThatIs<'list'>> {
  values: (string | number)[];
}

const isPlatform = (value: unknown): value is Platform => PLATFORMS.includes(value as Platform);

/** Some of a few. All of them is the same as nothing said. */
export function ChoicesField({ label, path, isRequired, value, values, onChange }: ChoicesFieldProps) {
  const error = useErrorAt(path, true);
  const chosen = (value as (string | number)[] | undefined) ?? values;
  const toggle = (each: string | number) => {
    const next = values.filter((one) => (one === each ? !chosen.includes(one) : chosen.includes(one)));
    onChange(next.length === values.length && !isRequired ? undefined : next, path);
  };
  return (
    <Field label={label} isRequired={isRequired} error={error} hint={chosen.length === 0 ? undefined : '可以多选'}>
      <div className="toggle-grid">
        {values.map((each) => (
          <button
            key={each}
            type="button"
            className={`tg ${chosen.includes(each) ? 'on' : ''}`}
            aria-pressed={chosen.includes(each)}
            onClick={() => toggle(each)}
          >
            {isPlatform(each) && <PlatformIcon platform={each} />}
            {wordOf(each)}
          </button>
        ))}
      </div>
    </Field>
  );
}
