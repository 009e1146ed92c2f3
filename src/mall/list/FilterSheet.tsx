import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { listCategories } from '@/api/products';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Sheet } from '@/components/Sheet';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { NO_FILTER, type Filter } from './filter';
import css from './FilterSheet.module.scss';

interface FilterSheetProps {
  filter: Filter;
  /** The page is inside one category already. */
  hasCategory: boolean;
  onApply(filter: Filter): void;
  onClose(): void;
}

const RANGES = [
  { text: '50 以下', minYuan: '', maxYuan: '50' },
  { text: '50–100', minYuan: '50', maxYuan: '100' },
  { text: '100–300', minYuan: '100', maxYuan: '300' },
  { text: '300 以上', minYuan: '300', maxYuan: '' },
];

/** Mounted when it opens, so that it starts from what the list is narrowed by. */
export function FilterSheet({ filter, hasCategory, onApply, onClose }: FilterSheetProps) {
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<Filter>) => setDraft((now) => ({ ...now, ...part }));
  const footer = (
    <View className={css.buttons}>
      <View className={css.reset}>
        <Button kind="plain" size="l" isBlock onTap={() => onApply(NO_FILTER)}>
          清空
        </Button>
      </View>
      <View className={css.apply}>
        <Button kind="primary" size="l" isBlock onTap={() => onApply(draft)}>
          看商品
        </Button>
      </View>
    </View>
  );
  return (
    <Sheet isOpen title="筛选" footer={footer} onClose={onClose}>
      <View className={css.body}>
        <Text className={css.title}>价格区间（元）</Text>
        <View className={css.prices}>
          <PriceInput label="最低价" value={draft.minYuan} onChange={(minYuan) => change({ minYuan })} />
          <View className={css.dash} />
          <PriceInput label="最高价" value={draft.maxYuan} onChange={(maxYuan) => change({ maxYuan })} />
        </View>
        <View className={css.chips}>
          {RANGES.map(({ text, minYuan, maxYuan }) => (
            <View key={text} className={css.chip}>
              <Chip
                isOn={draft.minYuan === minYuan && draft.maxYuan === maxYuan}
                onTap={() => change({ minYuan, maxYuan })}
              >
                {text}
              </Chip>
            </View>
          ))}
        </View>
        <Text className={css.title}>库存</Text>
        <View className={css.chips}>
          <Chip isOn={draft.isInStock} onTap={() => change({ isInStock: !draft.isInStock })}>
            只看有货
          </Chip>
        </View>
        {!hasCategory && <Categories chosen={draft.category} onChoose={(category) => change({ category })} />}
      </View>
    </Sheet>
  );
}

function PriceInput({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <Input
      className={css.price}
      type="digit"
      maxlength={8}
      value={value}
      placeholder={label}
      placeholderClass={css.placeholder}
      ariaLabel={label}
      onInput={(event) => onChange(event.detail.value)}
    />
  );
}

/** Leaves the sheet without a word when the categories do not come: the rest works alone. */
function Categories({ chosen, onChoose }: { chosen: string; onChoose(slug: string): void }) {
  const { data } = useQuery({
    queryKey: productKeys.categories,
    queryFn: listCategories,
    staleTime: STALE.catalogue,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <Text className={css.title}>分类</Text>
      <View className={css.chips}>
        {data.items.map(({ slug, name }) => (
          <View key={slug} className={css.chip}>
            <Chip isOn={chosen === slug} onTap={() => onChoose(chosen === slug ? '' : slug)}>
              {name}
            </Chip>
          </View>
        ))}
      </View>
    </>
  );
}
