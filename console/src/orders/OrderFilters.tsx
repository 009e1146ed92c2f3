import { DatePicker, Input, Select } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';

interface OrderFiltersProps {
  params: URLSearchParams;
  onChange(changes: Record<string, string | null>): void;
}

export function OrderFilters({ params, onChange }: OrderFiltersProps) {
  const q = params.get('q') ?? '';
  const [from, to] = [params.get('from'), params.get('to')];
  const isStrange = q !== '' && !/^\d+$/.test(q);
  return (
    <div className="filters">
      <Input
        key={q}
        className="order-search"
        defaultValue={q}
        prefix={<SearchOutlined />}
        placeholder="单号，或手机后四位"
        aria-label="单号，或手机后四位"
        allowClear
        status={isStrange ? 'error' : ''}
        onPressEnter={({ currentTarget }) => onChange({ q: currentTarget.value.trim() || null })}
        onBlur={({ currentTarget }) => onChange({ q: currentTarget.value.trim() || null })}
        onClear={() => onChange({ q: null })}
      />
      <DatePicker.RangePicker
        value={from && to ? [dayjs(from), dayjs(to)] : null}
        format="YYYY-MM-DD"
        placeholder={['下单日期', '到']}
        onChange={(days) =>
          onChange({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })
        }
      />
      <Select
        className="order-platform"
        placeholder="平台"
        aria-label="平台"
        allowClear
        value={params.get('platform')}
        onChange={(value: string | undefined) => onChange({ platform: value ?? null })}
        options={PLATFORMS.map((platform) => ({ value: platform, label: PLATFORM_WORDS[platform] }))}
      />
      {isStrange && <span className="sub bad-t">单号和手机尾号都只有数字</span>}
    </div>
  );
}
