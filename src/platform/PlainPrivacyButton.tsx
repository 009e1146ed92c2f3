import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import type { PrivacyButtonProps } from './NativePrivacyButton';

/** Where no host checks which button was tapped. */
export function PlainPrivacyButton({ className, onAgree, children }: PropsWithChildren<PrivacyButtonProps>) {
  return (
    <View className={className} role="button" aria-label="同意" onClick={() => onAgree('')}>
      {children}
    </View>
  );
}
