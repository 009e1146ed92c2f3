import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import { CallButton } from './CallButton';
import type { ContactButtonProps } from './contact';

/** WeChat's own chat once the shop has switched it on, else the telephone, else nothing. */
export function ContactButton({ children, ...props }: PropsWithChildren<ContactButtonProps>) {
  if (!props.contact.hasWeappChat) return <CallButton {...props}>{children}</CallButton>;
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
