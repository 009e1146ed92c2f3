import type { PropsWithChildren } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { ContactButtonProps } from './contact';

/** Customer service by telephone, where there is no chat; nothing where there is no number either. */
export function PhoneButton({ className, contact: { phone }, children }: PropsWithChildren<ContactButtonProps>) {
  if (phone === null) return null;
  // closing the host's own question counts as a failure there
  const call = () => void Promise.resolve(Taro.makePhoneCall({ phoneNumber: phone })).catch(() => undefined);
  return (
    <View className={className} role="button" aria-label="联系客服" onClick={call}>
      {children}
    </View>
  );
}
