import type { PropsWithChildren } from 'react';
import type { PhoneButtonProps } from './phone';

/** Nobody vouches for a number on the web page: `platform.has('phone')` is false there, and SMS is offered. */
export function PhoneButton(_: PropsWithChildren<PhoneButtonProps>) {
  return null;
}
