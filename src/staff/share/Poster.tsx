import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import type { PosterTemplate } from '@jishi/contract/plain/staff';
import { Button } from '@/components/Button';
import { hasCode } from '@/lib/apiError';
import { serverUrl } from '@/lib/serverUrl';
import { errorText } from '@/lib/showError';
import { PosterSkeleton } from './PosterSkeleton';
import type { usePoster } from './usePoster';
import css from './Poster.module.scss';

interface PosterProps {
  poster: ReturnType<typeof usePoster>;
  template: PosterTemplate;
  /** What is on it, for screen readers. */
  title: string;
}

/** The poster in its own shape: drawn, being drawn, or with the reason why it is not. */
export function Poster({ poster: { data: url, error, isFetching, refetch }, template, title }: PosterProps) {
  // the address of the one that has not come through
  const [broken, setBroken] = useState<string | null>(null);
  const isBroken = url !== undefined && broken === url;
  if (url && !isBroken) {
    return (
      <View className={css.stage}>
        <View
          className={`${css.paper} ${template === 'tall' ? css.tall : ''}`}
          role="img"
          aria-label={`海报：${title}`}
        >
          <Image className={css.picture} src={serverUrl(url)} mode="aspectFill" onError={() => setBroken(url)} />
        </View>
      </View>
    );
  }
  if (!error && !isBroken) return <PosterSkeleton template={template} />;
  const again = () => {
    setBroken(null);
    void refetch();
  };
  return (
    <View className={css.stage}>
      <View className={`${css.paper} ${css.failed} ${template === 'tall' ? css.tall : ''}`}>
        <Text className={css.reason}>{isBroken ? '海报没有加载出来' : reasonOf(error)}</Text>
        {!hasCode(error, 'unsupported') && (
          <Button kind="plain" isBusy={isFetching} onTap={again}>
            再试一次
          </Button>
        )}
      </View>
    </View>
  );
}

function reasonOf(error: unknown): string {
  if (hasCode(error, 'unsupported')) return '这个平台还出不了码，换一个平台就好';
  if (hasCode(error, 'platform_unavailable')) return '这个平台的码暂时取不到，换一个平台，或者等一会儿再试';
  if (hasCode(error, 'busy')) return '画海报的人有点多，等一会儿再试';
  return `海报没有画出来，${errorText(error)}`;
}
