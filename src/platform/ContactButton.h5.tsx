import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { PhoneButton } from './PhoneButton';
import type { ContactButtonProps } from './contact';

/** The shop's chat on the web, else the telephone, else nothing. */
export function ContactButton({ children, ...props }: PropsWithChildren<ContactButtonProps>) {
  const { chatUrl } = props.contact;
  if (chatUrl === null) return <PhoneButton {...props}>{children}</PhoneButton>;
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
