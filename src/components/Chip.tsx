import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import css from './Chip.module.scss';

interface ChipProps {
  isOn?: boolean;
  /** Cannot be chosen: dashed and struck. */
  isOff?: boolean;
  /** Cannot be chosen now but may return: also says 缺货. */
  isMissing?: boolean;
  onTap(): void;
}

/** One of several choices. */
export function Chip({ isOn, isOff, isMissing, onTap, children }: PropsWithChildren<ChipProps>) {
  const look = isOff ? css.off : isOn ? css.on : css.rest;
  return (
    <View
      className={`${css.chip} ${look}`}
      role="button"
      aria-pressed={Boolean(isOn)}
      aria-disabled={Boolean(isOff)}
      onClick={() => {
        if (!isOff) onTap();
      }}
    >
      {children}
      {isMissing && <Text className={css.mini}>缺货</Text>}
    </View>
  );
}
