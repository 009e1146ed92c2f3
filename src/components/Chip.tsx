import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import css from './Chip.module.scss';

interface ChipProps {
  isOn?: boolean;
  /** Cannot be chosen: dashed and struck. */
  isOff?: boolean;
  /** Sold out but may return: dashed and struck too, says 缺货, and can still be chosen to wait for it. */
  isMissing?: boolean;
  onTap(): void;
}

/** One of several choices. */
export function Chip({ isOn, isOff, isMissing, onTap, children }: PropsWithChildren<ChipProps>) {
  const look = isOff ? css.off : isOn ? css.on : isMissing ? css.missing : css.rest;
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
