import { Text, View } from '@tarojs/components';
import { to } from '@/lib/routes';
import { Checkbox } from './Checkbox';
import css from './Consent.module.scss';

/** Nobody's number is taken without a yes that they gave themselves. */
export function Consent({ hasAgreed, onTap }: { hasAgreed: boolean; onTap(): void }) {
  return (
    <View className={css.consent}>
      <Checkbox isOn={hasAgreed} onTap={onTap} label="同意隐私说明" />
      <View className={css.words}>
        <Text onClick={onTap}>我看过并同意</Text>
        <View className={css.link} role="link" onClick={to.privacy}>
          《隐私说明》
        </View>
      </View>
    </View>
  );
}
