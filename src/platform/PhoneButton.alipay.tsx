import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import { readSealedPhone } from './alipayPhone';
import type { NativeHost } from './native';
import { answerPhone, type PhoneButtonProps } from './phone';

declare const my: NativeHost;

/** Alipay's consent for the number, after which `my.getPhoneNumber` hands it over sealed. */
export function PhoneButton({ children, ...props }: PropsWithChildren<PhoneButtonProps>) {
  const read = () => void readSealedPhone(my).then((answer) => answerPhone(answer, props));
  return (
    <NativeButton
      className={props.className}
      label={props.label}
      openType="getAuthorize"
      scope="phoneNumber"
      onGetAuthorize={read}
      // Alipay says no more than that the person did not agree
      onError={() => props.onFail('denied')}
    >
      {children}
    </NativeButton>
  );
}
