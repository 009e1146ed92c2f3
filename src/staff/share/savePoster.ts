import { serverUrl } from '@/lib/serverUrl';
import { platform } from '@/platform';

/** Into the album. Whoever has refused it once is not asked again by the host: we show the way to its settings. */
export async function savePoster(url: string): Promise<void> {
  const { status } = await platform.saveImage(serverUrl(url));
  if (status === 'ok') platform.toast(platform.name === 'h5' ? '海报下载好了' : '存到相册了');
  if (status === 'failed' || status === 'unsupported') platform.toast('没有存成，可以长按海报保存');
  if (status !== 'denied') return;
  if (!platform.has('settings')) {
    platform.toast('手机没有允许存图片，在系统设置里打开相册权限就好');
    return;
  }
  const isWilling = await platform.confirm({
    title: '还不能存图片',
    text: '打开“保存到相册”的权限，海报就能存进手机',
    confirmText: '去打开',
    cancelText: '先不用',
  });
  if (isWilling) await platform.openSettings();
}
