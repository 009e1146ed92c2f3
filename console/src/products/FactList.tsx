import { Button, Input } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Panel } from '../components/Panel';
import type { Draft } from './draft';

interface FactListProps {
  facts: Draft['facts'];
  onChange(facts: Draft['facts']): void;
}

/** The table of facts on the product's page. */
export function FactList({ facts, onChange }: FactListProps) {
  const put = (at: number, changes: Partial<Draft['facts'][number]>) =>
    onChange(facts.map((fact, index) => (index === at ? { ...fact, ...changes } : fact)));
  return (
    <Panel title="参数" note="如 材质、产地">
      {facts.map(({ name, value }, index) => (
        <div key={index} className="row fact">
          <Input
            className="fact-name"
            value={name}
            maxLength={12}
            placeholder="名称"
            aria-label={`第 ${index + 1} 个参数的名称`}
            onChange={({ target }) => put(index, { name: target.value })}
          />
          <Input
            value={value}
            maxLength={80}
            placeholder="内容"
            aria-label={`第 ${index + 1} 个参数的内容`}
            onChange={({ target }) => put(index, { value: target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`删除第 ${index + 1} 个参数`}
            onClick={() => onChange(facts.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        type="dashed"
        block
        icon={<PlusOutlined />}
        disabled={facts.length >= 20}
        onClick={() => onChange([...facts, { name: '', value: '' }])}
      >
        添加参数
      </Button>
    </Panel>
  );
}
