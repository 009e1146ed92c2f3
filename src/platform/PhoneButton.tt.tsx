import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import { answerPhone, readPhoneDetail, type PhoneButtonProps, type PhoneDetail } from './phone';

/** developer.open-douyin.com, "getPhoneNumber": 10200 is a refusal or no number there, 10101 a missing permission. */
const CODES = { denied: ['10200'], unsupported: ['10101', '10301'] };

/** One tap for the number that the person keeps with Douyin. */
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
