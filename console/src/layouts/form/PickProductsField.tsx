import { useState } from 'react';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { ProductLine } from '../../components/ProductLine';
import { ProductPicker } from '../../components/ProductPicker';
import { RemoveButton } from '../RemoveButton';
import { SortableList } from '../../components/SortableList';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';

/** Products by name, in the order in which they are shown. */
export function PickProductsField({ node, label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'list'>>) {
  const [isOpen, setOpen] = useState(false);
  const error = useErrorAt(path, true);
  const ids = (value as string[] | undefined) ?? [];
  return (
    <Field label={label} isRequired={isRequired} error={error} hint={`${ids.length} / ${node.max}`}>
      <SortableList
        ids={ids}
        nameOf={(id) => `商品 ${id}`}
        onSort={(next) => onChange(next, '')}
        draw={(id, grip) => (
          <div className="item-row">
            {grip}
            <ProductLine
              productId={id}
              tools={
                <RemoveButton
                  onClick={() =>
                    onChange(
                      ids.filter((each) => each !== id),
                      '',
                    )
                  }
                />
              }
            />
          </div>
        )}
      />
      <Button
        block
        type="dashed"
        icon={<PlusOutlined />}
        disabled={ids.length >= node.max}
        onClick={() => setOpen(true)}
      >
        选择商品
      </Button>
      <ProductPicker
        isOpen={isOpen}
        chosen={ids}
        max={node.max}
        onClose={() => setOpen(false)}
        onPick={(picked) => {
          setOpen(false);
          onChange(picked, '');
        }}
      />
    </Field>
  );
}
