import { useState } from 'react';
import { Button } from 'antd';
import { ProductLine } from '../../components/ProductLine';
import { ProductPicker } from '../../components/ProductPicker';
import { Field } from './Field';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';

export function PickProductField({ label, path, isRequired, value, onChange }: FieldProps<NodeThatIs<'text'>>) {
  const [isOpen, setOpen] = useState(false);
  const error = useErrorAt(path);
  const productId = typeof value === 'string' && value !== '' ? value : null;
  return (
    <Field label={label} isRequired={isRequired} error={error === '还没有填' ? '还没有选商品' : error}>
      {productId && <ProductLine productId={productId} />}
      <Button block onClick={() => setOpen(true)}>
        {productId ? '换一件商品' : '选择商品'}
      </Button>
      <ProductPicker
        isOpen={isOpen}
        chosen={productId ? [productId] : []}
        onClose={() => setOpen(false)}
        onPick={([picked]) => {
          setOpen(false);
          if (picked) onChange(picked, '');
        }}
      />
    </Field>
  );
}
