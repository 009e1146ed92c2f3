import { View } from '@tarojs/components';
import { errorText } from '@/lib/showError';
import { Button } from './Button';
import { Empty } from './Empty';
import css from './ErrorState.module.scss';
import errorPicture from './pictures/error.png';
import offlinePicture from './pictures/offline.png';

interface ErrorStateProps {
  error: unknown;
  onRetry(): void;
  /** What did not come, in the page's own words. */
  title?: string;
  onBack?(): void;
}

/** A whole page or part that did not load: what happened, and one way on. */
export function ErrorState({ error, onRetry, title, onBack }: ErrorStateProps) {
  const isOffline = codeOf(error) === 'offline';
  return (
    <Empty
      picture={isOffline ? offlinePicture : errorPicture}
      title={title ?? (isOffline ? '没连上集市' : '没加载出来')}
      text={errorText(error)}
    >
      {onBack && (
        <View className={css.back}>
          <Button kind="plain" onTap={onBack}>
            返回
          </Button>
        </View>
      )}
      <Button kind="primary" onTap={onRetry}>
        重新加载
      </Button>
    </Empty>
  );
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
