import { pick, type Outcome } from './host';
import type { Script } from './script';

const error = (code: number, errorMessage = ''): Outcome => ({ error: { error: code, errorMessage } });

/** What Alipay does for the shopper beyond paying: numbers tell, and 11 means something else each time. */
export function alipayAbilities(script: Script): Record<string, (options: never) => Outcome> {
  let brightness = 0.4;
  const paths = ['https://resource/1.image', 'https://resource/2.image', 'https://resource/3.image'];
  return {
    scan: () =>
      pick(
        script.scan,
        {
          read: { ok: { code: '茶壶 1 号', result: '茶壶 1 号' } },
          cancelled: error(10, '用户取消'),
          denied: error(2001, '用户拒绝授权'),
          failed: error(11, '操作失败'),
        },
        'read',
      ),
    downloadFile: () => ({
      ok: { statusCode: script.download === 'not found' ? 404 : 200, apFilePath: 'tmp/got.jpg' },
    }),
    saveImageToPhotosAlbum: () =>
      pick(
        script.album,
        {
          saved: { ok: { success: true } },
          cancelled: error(10, 'cancel'),
          denied: error(15, '没有相册权限'),
          failed: error(17, '保存图片过程中的其他错误'),
        },
        'saved',
      ),
    chooseImage: () =>
      pick(
        script.pictures,
        {
          chosen: { ok: { apFilePaths: paths, tempFiles: [{ path: paths[0], size: 100 }] } },
          cancelled: error(11, '用户取消操作'),
          denied: error(2001, '在申请授权时用户拒绝授权'),
          failed: error(3, '未知错误'),
        },
        'chosen',
      ),
    requestSubscribeMessage: ({ entityIds }: { entityIds: string[] }) => {
      const answer = (behavior: string, subscribeEntityIds?: string[]) => ({
        ok: { behavior, show: true, keep: false, refuse: false, result: { subscribeEntityIds } },
      });
      const asked = entityIds;
      return pick(
        script.messages,
        {
          accepted: answer('subscribe', asked),
          some: answer('subscribe', asked.slice(0, 1)),
          refused: {
            ok: { behavior: 'cancel', show: true, result: { entityList: asked, subscribedEntityIds: asked } },
          },
          banned: { ok: { behavior: '', show: false } },
          'switched off': error(11, '用户关闭了消息'),
          failed: { ok: { behavior: '', errorCode: 2, errorMessage: '参数错误' } },
        },
        'accepted',
      );
    },
    navigateToMiniProgram: () =>
      pick(script.otherApp, { opened: { ok: {} }, cancelled: error(10, 'user cancel'), failed: error(2) }, 'opened'),
    openSetting: () => ({ ok: { authSetting: {} } }),
    getScreenBrightness: () => ({ ok: { success: true, brightness } }),
    setScreenBrightness: ({ brightness: next }: { brightness: number }) => ({ ok: { value: (brightness = next) } }),
  };
}
