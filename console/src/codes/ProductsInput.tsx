import { useState } from 'react';
import { Button } from 'antd';
import { CloseOutlined } from '@ant-design/icons';
import { MAX_CODE_BATCH } from '@jishi/contract/plain/codes';
import { ProductLine } from '../components/ProductLine';
import { ProductPicker } from '../components/ProductPicker';

interface ProductsInputProps {
  /** Given by the form. */
  value?: readonly string[];
  onChange?(productIds: string[]): void;
}

/** Any number of products, each as it looks now. */
export function ProductsInput({ value = [], onChange }: ProductsInputProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {value.length > 0 && (
        <ul className="chosen-products">
          {value.map((productId) => (
            <li key={productId}>
              <ProductLine
                productId={productId}
                tools={
                  <Button
                    type="text"
                    size="small"
                    aria-label="去掉"
                    icon={<CloseOutlined />}
                    onClick={() => onChange?.(value.filter((one) => one !== productId))}
                  />
                }
              />
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => setOpen(true)}>{value.length > 0 ? '再选几件' : '选商品'}</Button>
      <ProductPicker
        isOpen={isOpen}
        chosen={value}
        max={MAX_CODE_BATCH}
        onPick={(productIds) => onChange?.(productIds)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
