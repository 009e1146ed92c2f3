import { Cascader } from 'antd';
import { useRegionOptions, type RegionOption } from '../components/useRegionOptions';

interface RegionsInputProps {
  /** Given by the form: `浙江省`, `浙江省/舟山市`. */
  id?: string;
  value?: string[];
  onChange?(value: string[]): void;
}

/** Any number of provinces and cities. */
export function RegionsInput({ id, value = [], onChange }: RegionsInputProps) {
  const { options, open } = useRegionOptions(2);
  return (
    <Cascader<RegionOption>
      {...(id && { id })}
      multiple
      options={options}
      loadData={(path) => open(path)}
      value={value.map((one) => one.split('/'))}
      onChange={(places) => onChange?.(places.map((place) => place.join('/')))}
      placeholder="不选就是其余所有地区"
      maxTagCount={8}
      showCheckedStrategy={Cascader.SHOW_PARENT}
    />
  );
}
