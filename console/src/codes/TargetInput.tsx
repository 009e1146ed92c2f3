import { useState } from 'react';
import { Button, Segmented } from 'antd';
import type { CodeTarget } from '@jishi/contract/plain/codes';
import { CategoryPicker } from '../components/CategoryPicker';
import { ProductPicker } from '../components/ProductPicker';
import type { Target } from './codeValues';
import { TargetView } from './TargetView';

interface TargetInputProps {
  /** Given by the form. */
  value?: Target;
  onChange?(target: Target): void;
}

/** Where a code leads: the thing itself, not its number. */
export function TargetInput({ value = { kind: 'home', id: '' }, onChange }: TargetInputProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const choose = (id: string) => onChange?.({ kind: value.kind, id });
  return (
    <>
      <Segmented<CodeTarget>
        block
        value={value.kind}
        options={[
          { value: 'home', label: '首页' },
          { value: 'product', label: '商品' },
          { value: 'category', label: '分类' },
        ]}
        onChange={(kind) => onChange?.({ kind, id: '' })}
      />
      {value.kind !== 'home' && (
        <div className="row target-choice">
          {value.id ? <TargetView target={value} /> : <span className="grow mut">还没有选</span>}
          <Button onClick={() => setOpen(true)}>{value.kind === 'product' ? '选商品' : '选分类'}</Button>
        </div>
      )}
      <ProductPicker
        isOpen={isOpen && value.kind === 'product'}
        onPick={([picked]) => picked && choose(picked)}
        onClose={close}
      />
      <CategoryPicker
        isOpen={isOpen && value.kind === 'category'}
        onPick={({ slug }) => choose(slug)}
        onClose={close}
      />
    </>
  );
}
