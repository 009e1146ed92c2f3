import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { CallButton } from './CallButton';
import type { ContactButtonProps } from './contact';

/** The shop's chat on the web, else the telephone, else nothing. */
export function ContactButton({ children, ...props }: PropsWithChildren<ContactButtonProps>) {
  const { chatUrl } = props.contact;
  if (chatUrl === null) return <CallButton {...props}>{children}</CallButton>;
  return (
    <View
      className={props.className}
      role="button"
      aria-label="联系客服"
      onClick={() => window.open(chatUrl, '_blank', 'noopener')}
    >
      {children}
    </View>
  );
}
