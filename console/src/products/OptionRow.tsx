import { Button, Input, Select } from 'antd';
import { DeleteOutlined } from '@ant-design/icons';
import type { Option } from './skuMatrix';

interface OptionRowProps {
  option: Option;
  index: number;
  onChange(option: Option): void;
  onRemove(): void;
}

/** `颜色`: 红、白. */
export function OptionRow({ option: { name, values }, index, onChange, onRemove }: OptionRowProps) {
  return (
    <div className="row option">
      <Input
        className="option-name"
        value={name}
        maxLength={20}
        placeholder="如 颜色"
        aria-label={`第 ${index + 1} 个规格的名称`}
        onChange={({ target }) => onChange({ name: target.value, values })}
      />
      <Select
        className="option-values"
        mode="tags"
        open={false}
        suffixIcon={null}
        value={values}
        tokenSeparators={[',', '，', '、']}
        placeholder="输入一个值按回车，如 红、白"
        aria-label={`第 ${index + 1} 个规格的值`}
        onChange={(changed: string[]) =>
          onChange({ name, values: [...new Set(changed.map((value) => value.trim().slice(0, 40)).filter(Boolean))] })
        }
      />
      <Button type="text" icon={<DeleteOutlined />} aria-label={`删除第 ${index + 1} 个规格`} onClick={onRemove} />
    </div>
  );
}
