import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import { PhoneButton } from './PhoneButton';
import type { ContactButtonProps } from './contact';

/** WeChat's own chat once the shop has switched it on, else the telephone, else nothing. */
export function ContactButton({ children, ...props }: PropsWithChildren<ContactButtonProps>) {
  if (!props.contact.hasWeappChat) return <PhoneButton {...props}>{children}</PhoneButton>;
  const { about, className } = props;
  return (
    <NativeButton
      className={className}
      openType="contact"
      label="联系客服"
      {...(about && {
        showMessageCard: true,
        sendMessageTitle: about.title,
        sendMessagePath: about.path,
        sendMessageImg: about.imageUrl ?? '',
      })}
    >
      {children}
    </NativeButton>
  );
}
