import { Image, Text, View } from '@tarojs/components';
import { SLOT_MS, spaced } from '@jishi/contract/plain/members';
import { Button } from '@/components/Button';
import { SkeletonBox } from '@/components/SkeletonBox';
import { errorText } from '@/lib/showError';
import { useTillCode } from './useTillCode';
import css from './TillCode.module.scss';

/** What the till reads. Its ground stays white by night, so that scanners can read it. */
export function TillCode() {
  const { slot, secondsLeft, error, isFetching, refresh } = useTillCode();
  return (
    <View className={css.panel}>
      <Text className={css.hint}>结账时出示，自动认出会员；每个码只能用一次</Text>
      {slot && (
        <>
          <View className={css.paper} role="img" aria-label="会员条形码">
            <Image className={css.bars} src={slot.barcodeUrl} mode="scaleToFill" />
          </View>
          <Text className={css.digits}>{spaced(slot.code)}</Text>
          <View className={css.paper} role="img" aria-label="会员二维码">
            <Image className={css.square} src={slot.qrUrl} mode="scaleToFill" />
          </View>
          <View className={css.foot}>
            <View className={css.track} aria-hidden>
              <View className={css.left} style={{ width: `${(secondsLeft * 100_000) / SLOT_MS}%` }} />
            </View>
            <Text className={css.seconds}>{secondsLeft} 秒后更新</Text>
            <Button kind="text" size="s" isBusy={isFetching} onTap={refresh}>
              刷新
            </Button>
          </View>
        </>
      )}
      {!slot && error && (
        <View className={css.over} role="alert">
          <Text>{errorText(error)}。手机里的会员码已经过时，连上网就有新的</Text>
          <View className={css.again}>
            <Button kind="soft" isBusy={isFetching} onTap={refresh}>
              再试一次
            </Button>
          </View>
        </View>
      )}
      {!slot && !error && (
        <View className={css.waiting}>
          <SkeletonBox height={240} radius={12} />
        </View>
      )}
    </View>
  );
}
