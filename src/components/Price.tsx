import { Text, View } from '@tarojs/components';
import { splitFen } from '@jishi/contract/plain/money';
import css from './Price.module.scss';

interface PriceProps {
  fen: number;
  size?: 's' | 'm' | 'l' | 'xl';
  tone?: 'price' | 'ink';
  /** Always with cents, where amounts stand below each other. */
  isExact?: boolean;
  /** Writes 起 behind the lowest of several prices. */
  hasRange?: boolean;
  /** The struck price, shown only when it is the higher one. */
  wasFen?: number | null;
}

/** Integer large, currency and cents at two thirds. Small labels leave out `.00`. */
export function Price({ fen, size = 'm', tone = 'price', isExact, hasRange, wasFen }: PriceProps) {
  const { sign, yuan, cents } = splitFen(fen);
  const hasCents = isExact || cents !== '00' || size === 'l' || size === 'xl';
  return (
    <View className={`${css.line} ${css[size]}`}>
      <Text className={`${css.price} ${tone === 'ink' ? css.onInk : css.onPrice}`}>
        <Text className={css.sign}>{sign}¥</Text>
        {yuan}
        {hasCents && <Text className={css.cents}>.{cents}</Text>}
        {hasRange && <Text className={css.range}>起</Text>}
      </Text>
      {wasFen != null && wasFen > fen && <Text className={css.was}>¥{plainYuan(wasFen)}</Text>}
    </View>
  );
}

/** `21900` → `219`, `2990` → `29.9`. */
function plainYuan(fen: number): string {
  return String(fen / 100);
}
