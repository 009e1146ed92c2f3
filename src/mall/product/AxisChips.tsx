import { Image, Text, View } from '@tarojs/components';
import { Chip } from '@/components/Chip';
import { serverUrl } from '@/lib/serverUrl';
import { valuePicture, type Axis, type Sku } from './chooseSku';
import css from './AxisChips.module.scss';

interface AxisChipsProps {
  axis: Axis;
  index: number;
  skus: readonly Sku[];
  onTap(value: string): void;
}

/** One option with its values; the first option shows each value's own picture. */
export function AxisChips({ axis, index, skus, onTap }: AxisChipsProps) {
  return (
    <View className={css.axis}>
      <Text className={css.name}>{axis.name}</Text>
      <View className={css.values}>
        {axis.values.map(({ value, isChosen, isEnabled, isMissing }) => {
          const imageUrl = index === 0 ? valuePicture(skus, index, value) : null;
          return (
            <View key={value} className={css.value}>
              {/* a chosen value can always be taken back, and what is sold out can be waited for */}
              <Chip
                isOn={isChosen}
                isOff={!isEnabled && !isChosen && !isMissing}
                isMissing={isMissing}
                onTap={() => onTap(value)}
              >
                {/* no Picture: its frame would nest deeper than the templates reach in one go (mini.baseLevel) */}
                {imageUrl && (
                  <Image
                    className={isEnabled ? css.picture : `${css.picture} ${css.pale}`}
                    src={serverUrl(imageUrl)}
                    mode="aspectFill"
                    lazyLoad
                  />
                )}
                <Text className={css.word}>{value}</Text>
              </Chip>
            </View>
          );
        })}
      </View>
    </View>
  );
}
