import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { platform } from '.';
import { toCard, type SharedPage } from './sharedPage';

interface ShareButtonProps {
  className: string;
  page: SharedPage;
}

/** Opens the phone's share sheet, or copies the page's link where the browser has none. */
export function ShareButton({ className, page, children }: PropsWithChildren<ShareButtonProps>) {
  return (
    <View className={className} role="button" aria-label="分享" onClick={() => void share(page)}>
      {children}
    </View>
  );
}

async function share(page: SharedPage): Promise<void> {
  const { title, path } = toCard(page);
  const url = `${location.origin}${location.pathname}#${path}`;
  if (navigator.share) {
    try {
      await navigator.share({ title, url });
      return;
    } catch (reason) {
      // closing the sheet is an answer, anything else leaves the link to be copied
      if (reason instanceof Error && reason.name === 'AbortError') return;
    }
  }
  const { status } = await platform.copyText(url);
  platform.toast(status === 'ok' ? '链接复制好了，发给朋友吧' : '没有复制成功，请从浏览器的菜单分享');
}
