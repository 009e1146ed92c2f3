import { Text, View } from '@tarojs/components';
import { Price } from '@/components/Price';
import { Tag } from '@/components/Tag';
import type { compareWords } from './figureWords';
import css from './Amount.module.scss';

interface AmountProps {
  title: string;
  /** When it was counted, in words. */
  counted: string;
  /** The newest could not be had; these are the last that were. */
  isOld: boolean;
  fen: number;
  change: ReturnType<typeof compareWords>;
}

/** What was sold, large, and how it stands to the time before. */
export function Amount({ title, counted, isOld, fen, change }: AmountProps) {
  return (
    <>
      <View className={css.line}>
        <Text className={css.title}>{title}</Text>
        <Text className={isOld ? css.old : css.time}>
          {isOld ? '没连上，' : ''}截至 {counted}
        </Text>
      </View>
      <View className={css.amount}>
        <Price fen={fen} size="xl" tone="ink" />
        {change && (
          <View className={css.change}>
            <Tag tone={change.tone}>{change.text}</Tag>
          </View>
        )}
      </View>
    </>
  );
}
