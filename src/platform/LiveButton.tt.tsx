import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import type { LiveButtonProps } from './live';
import { readFailure } from './outcome';

interface LiveDetail {
  errNo?: number;
  errMsg?: string;
}

/** developer.open-douyin.com, "openWebcastRoom": 10401 is an account that is not bound here, 21504 one not on air. */
const CODES = { unsupported: ['10101', '10401'], failed: ['21500', '21504'] };

/** Leads to the broadcast of an account that is bound to this app; Douyin opens it by this button alone. */
export function LiveButton({ className, channel, label, onFail, children }: PropsWithChildren<LiveButtonProps>) {
  const tell = ({ errNo, errMsg }: LiveDetail) => {
    if (!errNo) return;
    const { status } = readFailure({ errNo, errMsg }, CODES);
    if (status !== 'cancelled') onFail(status);
  };
  return (
    <NativeButton
      className={className}
      label={label}
      openType="openWebcastRoom"
      data-aweme-id={channel}
      onOpenWebcastRoom={({ detail }) => tell(detail)}
    >
      {children}
    </NativeButton>
  );
}
