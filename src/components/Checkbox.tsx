import { View } from '@tarojs/components';
import { Icon } from './Icon';
import css from './Checkbox.module.scss';

interface CheckboxProps {
  isOn: boolean;
  isDisabled?: boolean;
  onTap(): void;
  /** For screen readers: what is chosen. */
  label: string;
}

export function Checkbox({ isOn, isDisabled, onTap, label }: CheckboxProps) {
  const look = isDisabled ? css.off : isOn ? css.on : '';
  return (
    <View
      className={`${css.box} ${look}`}
      role="checkbox"
      aria-checked={isOn}
      aria-disabled={Boolean(isDisabled)}
      aria-label={label}
      onClick={() => {
        if (!isDisabled) onTap();
      }}
    >
      {isOn && !isDisabled && <Icon name="check" size={14} />}
    </View>
  );
}
