import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { FacetsQuery } from '@/api/products';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Sheet } from '@/components/Sheet';
import { NO_FILTER, turn, type Filter } from './filter';
import { useFacets } from './useFacets';
import css from './FilterSheet.module.scss';

interface FilterSheetProps {
  filter: Filter;
  /** What the list is about before it is narrowed. */
  scope: FacetsQuery;
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
export function FilterSheet({ filter, scope, onApply, onClose }: FilterSheetProps) {
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<Filter>) => setDraft((now) => ({ ...now, ...part }));
  const { facets, isCounting } = useFacets(scope, draft);
  const footer = (
    <View className={css.buttons}>
      <View className={css.reset}>
        <Button kind="plain" size="l" isBlock onTap={() => onApply(NO_FILTER)}>
          清空
        </Button>
      </View>
      <View className={css.apply}>
        <Button
          kind="primary"
          size="l"
          isBlock
          isDisabled={!isCounting && facets?.total === 0}
          onTap={() => onApply(draft)}
        >
          {isCounting || !facets ? '查看商品' : facets.total > 0 ? `查看 ${facets.total} 件` : '没有这样的商品'}
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
          {RANGES.map(({ text, minYuan, maxYuan }) => {
            const isOn = draft.minYuan === minYuan && draft.maxYuan === maxYuan;
            return (
              <View key={text} className={css.range}>
                <Chip isOn={isOn} onTap={() => change(isOn ? { minYuan: '', maxYuan: '' } : { minYuan, maxYuan })}>
                  {text}
                </Chip>
              </View>
            );
          })}
        </View>
        <Choices
          title="库存"
          items={[{ key: 'stock', text: '只看有货', count: facets?.inStock }]}
          isOn={() => draft.isInStock}
          onTap={() => change({ isInStock: !draft.isInStock })}
        />
        {!scope.category && facets && facets.categories.length > 0 && (
          <Choices
            title="分类"
            items={facets.categories.map(({ slug, name, count }) => ({ key: slug, text: name, count }))}
            isOn={(slug) => draft.category === slug}
            onTap={(slug) => change({ category: draft.category === slug ? '' : slug })}
          />
        )}
        {facets?.attributes.map(({ name, values }) => (
          <Choices
            key={name}
            title={name}
            items={values.map(({ value, count }) => ({ key: value, text: value, count }))}
            isOn={(value) => draft.attributes[name]?.includes(value) ?? false}
            onTap={(value) => change({ attributes: turn(draft.attributes, name, value) })}
          />
        ))}
      </View>
    </Sheet>
  );
}

interface ChoicesProps {
  title: string;
  /** `count` is of the products there would be; none is known before the answer. */
  items: readonly { key: string; text: string; count: number | undefined }[];
  isOn(key: string): boolean;
  onTap(key: string): void;
}

function Choices({ title, items, isOn, onTap }: ChoicesProps) {
  return (
    <>
      <Text className={css.title}>{title}</Text>
      <View className={css.chips}>
        {items.map(({ key, text, count }) => (
          <View key={key} className={css.chip}>
            <Chip isOn={isOn(key)} isOff={count === 0 && !isOn(key)} onTap={() => onTap(key)}>
              <Text className={css.name}>{text}</Text>
              {count !== undefined && count > 0 && <Text className={css.count}>{count}</Text>}
            </Chip>
          </View>
        ))}
      </View>
    </>
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
