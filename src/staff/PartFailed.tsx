import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { errorText } from '@/lib/showError';
import css from './PartFailed.module.scss';

/** A part of a page that did not come, in one line: the rest of the page stands. */
export function PartFailed({ what, error, onRetry }: { what: string; error: unknown; onRetry(): void }) {
  return (
    <View className={css.row}>
      <Text className={css.words}>
        {what}没加载出来，{errorText(error)}
      </Text>
      <Button kind="plain" size="s" label={`再试一次：${what}`} onTap={onRetry}>
        再试一次
      </Button>
    </View>
  );
}
