import { Text, View } from '@tarojs/components';
import { ShareButton } from '@/platform/ShareButton';
import type { SharedPage } from '@/platform/sharedPage';
import { useNotice } from './useNotice';
import css from './HeadActions.module.scss';

/** Beside the title: to be told of a lower price, and to pass the product on. */
export function HeadActions({ productId, page }: { productId: string; page: SharedPage }) {
  const { isAsked, toggle } = useNotice({ kind: 'price_drop', productId });
  return (
    <View className={css.actions}>
      <View
        className={isAsked ? `${css.action} ${css.on}` : css.action}
        role="button"
        aria-label={isAsked ? '取消降价提醒' : '降价提醒'}
        aria-pressed={isAsked}
        onClick={toggle}
      >
        <Text className={css.bell} />
        <Text className={css.word}>{isAsked ? '已提醒' : '降价提醒'}</Text>
      </View>
      <ShareButton className={css.action!} page={page}>
        <Text className={css.share} />
        <Text className={css.word}>分享</Text>
      </ShareButton>
    </View>
  );
}
