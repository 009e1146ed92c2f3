import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import { answerPhone, readPhoneDetail, type PhoneButtonProps, type PhoneDetail } from './phone';

/** WeChat "getPhoneNumber": 1400001 says that the paid-for quota is used up, 112 that the statement lacks the number. */
const CODES = { unsupported: ['1400001', '112'] };

/** One tap for the number that the person keeps with WeChat. */
export function PhoneButton({ children, ...props }: PropsWithChildren<PhoneButtonProps>) {
  return (
    <NativeButton
      className={props.className}
      label={props.label}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => answerPhone(readPhoneDetail(detail as PhoneDetail, CODES), props)}
    >
      {children}
    </NativeButton>
  );
}
