import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { platform } from '.';
import type { LiveButtonProps } from './live';

/** Leads to the shop's broadcast in WeChat Channels. */
export function LiveButton({ className, channel, label, onFail, children }: PropsWithChildren<LiveButtonProps>) {
  const open = async () => {
    const { status } = await platform.openBroadcast(channel);
    // closing WeChat's question is an answer
    if (status !== 'ok' && status !== 'cancelled') onFail(status);
  };
  return (
    <View className={className} role="button" aria-label={label} onClick={() => void open()}>
      {children}
    </View>
  );
}
