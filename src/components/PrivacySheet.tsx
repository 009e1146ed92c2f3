import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { addPrivacySheet, agreeToPrivacy, pathInSight, readPrivacy, refusePrivacy, usePrivacy } from '@/lib/privacy';
import { PrivacyButton } from '@/platform/PrivacyButton';
import { Button } from './Button';
import look from './Button.module.scss';
import { Sheet } from './Sheet';
import css from './PrivacySheet.module.scss';

/**
 * Asks before the first thing that touches a person's data; whoever says no goes on looking around. Stands on every
 * page that uses a private ability, and on no other: the main package does without it.
 */
export function PrivacySheet() {
  const [here] = useState(pathInSight);
  const { asks, path, contract } = usePrivacy();
  useEffect(() => addPrivacySheet(here), [here]);
  return (
    <Sheet isOpen={asks.length > 0 && path === here} onClose={refusePrivacy} title="先看一眼隐私说明">
      <View className={css.body}>
        <Text className={css.words}>
          接下来的功能会用到你手机里的信息，比如位置、收货地址或照片。只在你用到它的时候读取，不拿去做别的。不同意也没关系，照样可以逛。
        </Text>
        <View className={css.link} role="link" onClick={() => void readPrivacy()}>
          {contract || '《隐私说明》'}
        </View>
        <View className={css.duo}>
          <View className={css.half}>
            <Button kind="plain" size="l" isBlock onTap={refusePrivacy}>
              不同意
            </Button>
          </View>
          <PrivacyButton className={css.half!} onAgree={agreeToPrivacy}>
            <View className={`${look.button} ${look.l} ${look.primary}`}>同意</View>
          </PrivacyButton>
        </View>
      </View>
    </Sheet>
  );
}
