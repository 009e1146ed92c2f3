import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Region } from '@/api/addresses';
import { ErrorState } from '@/components/ErrorState';
import { Icon } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';
import { SkeletonLine } from '@/components/SkeletonLine';
import { useRegions } from './useRegions';
import css from './RegionSheet.module.scss';

const STEPS = ['选择省份', '选择城市', '选择区县'];

/** Names from the province down; `district` is empty where a city has none. */
export interface ChosenRegion {
  province: string;
  city: string;
  district: string;
}

interface RegionSheetProps {
  /** What was chosen before, marked in the lists as far as it is in them. */
  chosen: ChosenRegion;
  onChoose(region: ChosenRegion): void;
  onClose(): void;
}

/** Province, city and district, one list after the other. Mounted while it is open. */
export function RegionSheet({ chosen, onChoose, onClose }: RegionSheetProps) {
  const [path, setPath] = useState<Region[]>([]);
  const [step, setStep] = useState(0);
  const parent = step === 0 ? '' : (path[step - 1]?.code ?? null);
  const list = useRegions(parent);
  const marked = path[step]?.name ?? (path.length === 0 ? [chosen.province, chosen.city, chosen.district][step] : '');

  const choose = (region: Region) => {
    const next = [...path.slice(0, step), region];
    if (!region.isLast && step < STEPS.length - 1) {
      setPath(next);
      setStep(step + 1);
      return;
    }
    const [province, city, district] = next;
    onChoose({ province: province!.name, city: (city ?? province!).name, district: district?.name ?? '' });
  };

  return (
    <Sheet
      isOpen
      title="选择地区"
      scrollKey={step}
      onClose={onClose}
      header={
        <View className={css.tabs} role="tablist">
          {STEPS.slice(0, path.length + 1).map((ask, index) => (
            <View
              key={ask}
              className={index === step ? `${css.tab} ${css.on}` : css.tab}
              role="tab"
              aria-selected={index === step}
              onClick={() => setStep(index)}
            >
              <Text className={css.word}>{path[index]?.name ?? ask}</Text>
            </View>
          ))}
        </View>
      }
    >
      {list.isPending && <Loading />}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.map((region) => (
        <View
          key={region.code}
          className={region.name === marked ? `${css.row} ${css.chosen}` : css.row}
          role="button"
          onClick={() => choose(region)}
        >
          {region.name}
          {region.name === marked && <Icon name="check" size={18} />}
        </View>
      ))}
    </Sheet>
  );
}

function Loading() {
  return (
    <View className={css.loading}>
      {['40%', '30%', '50%', '36%', '44%', '32%'].map((width) => (
        <View key={width} className={css.row}>
          <SkeletonLine width={width} />
        </View>
      ))}
    </View>
  );
}
