import type { PropsWithChildren } from 'react';
import type { LiveButtonProps } from './live';

/** No link of a browser leads into a super-app's broadcast. */
export function LiveButton(_: PropsWithChildren<LiveButtonProps>) {
  return null;
}
