import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';
import type { SharedPage } from './sharedPage';

interface ShareButtonProps {
  className: string;
  /** For the web page alone: a super-app asks the page itself, by `useShareAppMessage`. */
  page: SharedPage;
}

export function NativeShareButton({ className, children }: PropsWithChildren<ShareButtonProps>) {
  return (
    <NativeButton className={className} openType="share" label="分享">
      {children}
    </NativeButton>
  );
}
