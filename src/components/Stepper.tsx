import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import css from './Stepper.module.scss';

interface StepperProps {
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
  /** A tap beyond an end, for a page that has something to say about it. */
  onLimit?(end: 'min' | 'max'): void;
}

export function Stepper({ value, min, max, onChange, onLimit }: StepperProps) {
  const step = (by: 1 | -1) => {
    const next = value + by;
    if (next < min) onLimit?.('min');
    else if (next > max) onLimit?.('max');
    else onChange(next);
  };
  return (
    <View className={css.stepper}>
      <View
        className={`${css.key} ${value <= min ? css.off : ''}`}
        role="button"
        aria-label="减一件"
        aria-disabled={value <= min}
        onClick={() => step(-1)}
      >
        <Icon name="minus" size={14} />
      </View>
      <Text className={css.number}>{value}</Text>
      <View
        className={`${css.key} ${value >= max ? css.off : ''}`}
        role="button"
        aria-label="加一件"
        aria-disabled={value >= max}
        onClick={() => step(1)}
      >
        <Icon name="plus" size={14} />
      </View>
    </View>
  );
}
