import type { PropsWithChildren } from 'react';

/** The super-apps have no preview of the console: nothing stands around a block. */
export function PlainBlock({ children }: PropsWithChildren<{ blockId: string }>) {
  return <>{children}</>;
}
