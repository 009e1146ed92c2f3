import type { PropsWithChildren } from 'react';
import { ContactButton as AlipayContactButton, View } from '@tarojs/components';
import { CallButton } from './CallButton';
import type { ContactButtonProps } from './contact';
import css from './NativeButton.module.scss';

/** Alipay's own chat for the shop's window there, else the telephone, else nothing. */
export function ContactButton({ children, ...props }: PropsWithChildren<ContactButtonProps>) {
  const { alipayChat } = props.contact;
  if (alipayChat === null) return <CallButton {...props}>{children}</CallButton>;
  return (
    <View className={`${props.className} ${css.under}`}>
      {children}
      <View className={css.over}>
        <AlipayContactButton tntInstId={alipayChat.tntInstId} scene={alipayChat.scene} size="44" />
      </View>
    </View>
  );
}
