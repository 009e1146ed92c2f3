import { useState } from 'react';
import { Button } from 'antd';
import { DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { RemoveButton } from '../RemoveButton';
import { SortableList } from '../../components/SortableList';
import { Field } from './Field';
import { FieldList } from './FieldList';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { ItemHead } from './ItemHead';
import { startOf } from './startOf';

/** Parts of one shape in an order of their own: one row each, opened one at a time. */
export function ItemsField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'list'>>) {
  const error = useErrorAt(path);
  const items = (value as Record<string, unknown>[] | undefined) ?? [];
  const [open, setOpen] = useState(items.length === 1 ? 0 : -1);
  if (node.item.is !== 'group') return null;
  const { fields } = node.item;
  const replace = (index: number, next: unknown) => items.map((item, at) => (at === index ? next : item));
  return (
    <Field label={label} isRequired={isRequired} error={error} hint={`${items.length} / ${node.max}`}>
      <SortableList
        ids={items.map((_, index) => String(index))}
        nameOf={(id) => `第 ${Number(id) + 1} 项`}
        onSort={(order) => {
          setOpen(-1);
          onChange(
            order.map((id) => items[Number(id)]),
            '',
          );
        }}
        draw={(id, grip) => {
          const index = Number(id);
          const isOpen = open === index;
          return (
            <div className={`item ${isOpen ? 'open' : ''}`}>
              <ItemHead
                item={items[index]!}
                fields={fields}
                path={`${path}.${index}`}
                grip={grip}
                onToggle={() => setOpen(isOpen ? -1 : index)}
                tools={
                  <>
                    <RemoveButton
                      name={`删除第 ${index + 1} 项`}
                      onClick={() => {
                        setOpen(-1);
                        onChange(
                          items.filter((_, at) => at !== index),
                          '',
                        );
                      }}
                    />
                    {isOpen ? <UpOutlined className="mut" /> : <DownOutlined className="mut" />}
                  </>
                }
              />
              {isOpen && (
                <div className="item-body">
                  <FieldList
                    fields={fields}
                    value={items[index]}
                    path={`${path}.${index}`}
                    onChange={(next, at) => onChange(replace(index, next), at)}
                  />
                </div>
              )}
            </div>
          );
        }}
      />
      <Button
        block
        type="dashed"
        icon={<PlusOutlined />}
        disabled={items.length >= node.max}
        onClick={() => {
          setOpen(items.length);
          onChange([...items, startOf(node.item)], '');
        }}
      >
        添加一项
      </Button>
    </Field>
  );
}
