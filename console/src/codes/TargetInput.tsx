import { useState } from 'react';
import { Button, Segmented, Select } from 'antd';
import type { CodeTarget } from '@jishi/contract/plain/codes';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';
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
  const readsPages = useRole('owner', 'marketer');
  const close = () => setOpen(false);
  const choose = (id: string) => onChange?.({ kind: value.kind, id });
  const isPicked = value.kind === 'product' || value.kind === 'category';
  return (
    <>
      <Segmented<CodeTarget>
        block
        value={value.kind}
        options={[
          { value: 'home', label: '首页' },
          { value: 'product', label: '商品' },
          { value: 'category', label: '分类' },
          ...(readsPages ? [{ value: 'page' as const, label: '活动页' }] : []),
        ]}
        onChange={(kind) => onChange?.({ kind, id: '' })}
      />
      {isPicked && (
        <div className="row target-choice">
          {value.id ? <TargetView target={value} /> : <span className="grow mut">还没有选</span>}
          <Button onClick={() => setOpen(true)}>{value.kind === 'product' ? '选商品' : '选分类'}</Button>
        </div>
      )}
      {value.kind === 'page' && <PageSelect slug={value.id} onPick={choose} />}
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

function PageSelect({ slug, onPick }: { slug: string; onPick(slug: string): void }) {
  const pages = useRead('GET /admin/layouts', {}).data?.items ?? [];
  return (
    <div className="target-choice">
      <Select
        className="wide"
        aria-label="活动页"
        placeholder="选活动页"
        notFoundContent="还没有活动页，先到“店铺装修”里新建"
        value={slug || null}
        options={pages
          .filter(({ page }) => page === 'campaign')
          .map((page) => ({ value: page.slug, label: `${page.title}（${page.slug}）` }))}
        onChange={onPick}
      />
    </div>
  );
}
