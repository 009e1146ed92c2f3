import { Text, View } from '@tarojs/components';
import css from './ListEnd.module.scss';

interface ListEndProps {
  hasMore: boolean;
  isLoading: boolean;
  /** Given when the last page failed. */
  onRetry?(): void;
}

/** The foot of an endless list. */
export function ListEnd({ hasMore, isLoading, onRetry }: ListEndProps) {
  if (onRetry && !isLoading) {
    return (
      <View className={css.end} role="button" onClick={onRetry}>
        没加载出来，<Text className={css.action}>再试一次</Text>
      </View>
    );
  }
  return <View className={css.end}>{isLoading ? '正在摆货…' : hasMore ? '上拉看更多' : '就这些了'}</View>;
}
