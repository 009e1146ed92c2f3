import type { PropsWithChildren } from 'react';
import type { ContactButtonProps } from './contact';
import { DialButton } from './DialButton';

/** Customer service by telephone, where there is no chat; nothing where there is no number either. */
export function CallButton({ className, contact: { phone }, children }: PropsWithChildren<ContactButtonProps>) {
  if (phone === null) return null;
  return (
    <DialButton className={className} label="联系客服" phone={phone}>
      {children}
    </DialButton>
  );
}
