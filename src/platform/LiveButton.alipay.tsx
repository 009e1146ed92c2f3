import type { PropsWithChildren } from 'react';
import type { LiveButtonProps } from './live';

/** Alipay has no documented way into a merchant's broadcast. */
export function LiveButton(_: PropsWithChildren<LiveButtonProps>) {
  return null;
}
