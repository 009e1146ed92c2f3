import type { PropsWithChildren } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';

interface DialButtonProps {
  className: string;
  /** For screen readers. */
  label: string;
  phone: string;
}

/** Calls a number, after the host's own question. */
export function DialButton({ className, label, phone, children }: PropsWithChildren<DialButtonProps>) {
  // closing that question counts as a failure there
  const call = () => void Promise.resolve(Taro.makePhoneCall({ phoneNumber: phone })).catch(() => undefined);
  return (
    <View className={className} role="button" aria-label={label} onClick={call}>
      {children}
    </View>
  );
}
