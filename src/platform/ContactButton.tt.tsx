import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import { CallButton } from './CallButton';
import type { ContactButtonProps } from './contact';

/** Douyin's own chat for the account that the shop names, else the telephone, else nothing. */
export function ContactButton({ children, ...props }: PropsWithChildren<ContactButtonProps>) {
  const { ttImId } = props.contact;
  if (ttImId === null) return <CallButton {...props}>{children}</CallButton>;
  return (
    // Taro types the open types of other hosts only
    <NativeButton className={props.className} openType={'im' as 'contact'} data-im-id={ttImId} label="联系客服">
      {children}
    </NativeButton>
  );
}
