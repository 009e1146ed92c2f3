import { View } from '@tarojs/components';
import css from './ChoiceRow.module.scss';

interface ChoiceRowProps<T extends string> {
  /** For screen readers: what is chosen here. */
  label: string;
  choices: readonly { value: T; text: string }[];
  value: T;
  onChange(value: T): void;
}

/** A few choices as one bar, of which one is on. */
export function ChoiceRow<T extends string>({ label, choices, value, onChange }: ChoiceRowProps<T>) {
  return (
    <View className={css.row} role="tablist" aria-label={label}>
      {choices.map((choice) => (
        <View
          key={choice.value}
          className={choice.value === value ? `${css.choice} ${css.on}` : css.choice}
          role="tab"
          aria-selected={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.text}
        </View>
      ))}
    </View>
  );
}
