import { Input, Select } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { choicesOf, useGuides } from './useGuides';
import { useOwnStores } from './useOwnStores';

export interface CodeQuery {
  q: string;
  storeId: string | null;
  employeeId: string | null;
}

interface CodeFiltersProps extends CodeQuery {
  onChange(changes: Partial<CodeQuery>): void;
}

export function CodeFilters({ q, storeId, employeeId, onChange }: CodeFiltersProps) {
  const { stores } = useOwnStores();
  const guides = choicesOf(useGuides());
  const search = (text: string) => text.trim() !== q && onChange({ q: text.trim() });
  return (
    <div className="filters">
      <Input
        key={q}
        className="filter-search"
        defaultValue={q}
        prefix={<SearchOutlined />}
        placeholder="名字、去处、活动或码"
        aria-label="名字、去处、活动或码"
        maxLength={60}
        allowClear
        onPressEnter={({ currentTarget }) => search(currentTarget.value)}
        onBlur={({ currentTarget }) => search(currentTarget.value)}
        onClear={() => search('')}
      />
      <Choice
        label="门店"
        value={storeId}
        options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(value) => onChange({ storeId: value })}
      />
      <Choice label="导购" value={employeeId} options={guides} onPick={(value) => onChange({ employeeId: value })} />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  options: { value: string; label: string }[];
  onPick(value: string | null): void;
}

function Choice({ label, value, options, onPick }: ChoiceProps) {
  return (
    <Select
      className="filter-choice"
      placeholder={label}
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={options}
      onChange={(next: string | undefined) => onPick(next ?? null)}
    />
  );
}
