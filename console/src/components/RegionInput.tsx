import { Cascader } from 'antd';
import { useRegionOptions, type RegionOption } from './useRegionOptions';

interface RegionInputProps {
  /** Given by the form. */
  id?: string;
  /** Province, city, district; some cities have none. */
  value?: string[];
  onChange?(value: string[]): void;
}

/** One place, down to the district. */
export function RegionInput({ id, value, onChange }: RegionInputProps) {
  const { options, open } = useRegionOptions(3);
  return (
    <Cascader<RegionOption>
      {...(id && { id })}
      options={options}
      loadData={(path) => open(path)}
      value={value?.filter(Boolean) ?? []}
      onChange={(next) => onChange?.(next.map(String))}
      placeholder="省 / 市 / 区县"
      allowClear={false}
    />
  );
}
