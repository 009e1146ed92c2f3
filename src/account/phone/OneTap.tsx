import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import look from '../../components/Button.module.scss';
import { platform } from '@/platform';
import { PhoneButton } from '@/platform/PhoneButton';
import { askConsent } from './askConsent';
import type { Binding } from './useBinding';
import css from './OneTap.module.scss';

const LABEL = '一键验证';

interface OneTapProps {
  hasAgreed: boolean;
  binding: Binding;
  /** The number is to be typed instead. */
  onType(): void;
}

/** The super-app is asked only after the consent: its own question comes at once. */
export function OneTap({ hasAgreed, binding, onType }: OneTapProps) {
  const isReady = hasAgreed && !binding.isBusy;
  return (
    <View className={css.ways}>
      {isReady ? (
        <PhoneButton
          className={css.native!}
          label={LABEL}
          onProof={binding.byProof}
          onFail={(status) => {
            if (status === 'cancelled') return;
            platform.toast('没有取得手机号，试试短信验证码');
            onType();
          }}
        >
          <View className={`${look.button} ${look.m} ${look.primary} ${look.block}`}>{LABEL}</View>
        </PhoneButton>
      ) : (
        <Button kind="primary" isBlock isBusy={binding.isBusy} onTap={askConsent}>
          {LABEL}
        </Button>
      )}
      <View className={css.other}>
        <Button kind="text" isBlock onTap={onType}>
          用短信验证码
        </Button>
      </View>
    </View>
  );
}
