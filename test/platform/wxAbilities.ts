import { pick, type Outcome } from './host';
import type { Phone, Script } from './script';

type Fail = (message: string, code?: number) => Outcome;

const DENIED_BY_DOUYIN = 10200;

/** What WeChat and Douyin do for the shopper beyond paying, each in its own words. */
export function wxAbilities(script: Script, fail: Fail, isTt: boolean): Record<string, (options: never) => Outcome> {
  const denied = (api: string) => fail(`${api}:fail auth deny`, isTt ? DENIED_BY_DOUYIN : undefined);
  let brightness = 0.4;
  const choose = (api: string) => () => {
    const files = [1, 2, 3].map((n) => ({ [isTt ? 'path' : 'tempFilePath']: `tmp/${n}.jpg`, size: n * 100 }));
    const paths = api === 'chooseImage' && { tempFilePaths: ['tmp/1.jpg', 'tmp/2.jpg', 'tmp/3.jpg'] };
    return pick(
      script.pictures,
      {
        chosen: { ok: { tempFiles: files, ...paths } },
        cancelled: fail(`${api}:fail cancel`),
        denied: denied(api),
        failed: fail(`${api}:fail internal error`, isTt ? 10401 : undefined),
      },
      'chosen',
    );
  };
  return {
    scanCode: () =>
      pick(
        script.scan,
        {
          read: { ok: { result: '茶壶 1 号' } },
          cancelled: fail('scanCode:fail cancel'),
          denied: denied('scanCode'),
          failed: fail('scanCode:fail'),
        },
        'read',
      ),
    downloadFile: () => ({
      ok: { statusCode: script.download === 'not found' ? 404 : 200, tempFilePath: 'tmp/got.jpg' },
    }),
    saveImageToPhotosAlbum: () =>
      pick(
        script.album,
        {
          saved: { ok: {} },
          cancelled: fail('saveImageToPhotosAlbum:fail cancel'),
          denied: denied('saveImageToPhotosAlbum'),
          failed: fail('saveImageToPhotosAlbum:fail file not exists'),
        },
        'saved',
      ),
    chooseImage: choose('chooseImage'),
    ...(!isTt && { chooseMedia: choose('chooseMedia') }),
    requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => {
      const words = { accepted: 'accept', some: 'reject', refused: 'reject', banned: 'ban' };
      if (script.messages === 'switched off') {
        return { error: { errMsg: 'requestSubscribeMessage:fail main switch is off', errCode: 20004 } };
      }
      if (script.messages === 'failed') return fail('requestSubscribeMessage:fail network', isTt ? 10401 : undefined);
      const word = words[script.messages ?? 'accepted'];
      const answers = tmplIds.map((id, index) => [id, script.messages === 'some' && index === 0 ? 'accept' : word]);
      return { ok: { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(answers) } };
    },
    navigateToMiniProgram: () =>
      pick(
        script.otherApp,
        {
          opened: { ok: {} },
          cancelled: fail('navigateToMiniProgram:fail cancel'),
          failed: fail('navigateToMiniProgram:fail invalid appid'),
        },
        'opened',
      ),
    openSetting: () => ({ ok: { authSetting: {} } }),
    getScreenBrightness: () => ({ ok: { value: brightness } }),
    setScreenBrightness: ({ value }: { value: number }) => ({ ok: { value: (brightness = value) } }),
    ...(!isTt && channels(script, fail)),
  };
}

function channels(script: Script, fail: Fail): Record<string, () => Outcome> {
  const states = { none: 1, live: 2, ended: 3, preparing: 4 };
  const stranger = fail('getChannelsLiveInfo:fail channel not verified', 100008);
  return {
    getChannelsLiveInfo: () => {
      const { broadcast = 'live' } = script;
      if (broadcast === 'not bound') return stranger;
      const replayStatus = broadcast === 'ended' ? 1 : 0;
      return { ok: { status: states[broadcast], description: '新窑开箱', replayStatus, feedId: 'f', nonceId: 'n' } };
    },
    openChannelsLive: () => (script.broadcast === 'not bound' ? stranger : { ok: {} }),
    getChannelsLiveNoticeInfo: () => ({
      ok: { noticeId: 'notice-1', status: 0, reservable: script.notice !== 'used', startTime: '1790000000' },
    }),
    reserveChannelsLive: () => ({ ok: {} }),
  };
}

type Resolve = (answer: { event: string; buttonId?: string }) => void;

/** The gate before private abilities. Overwrite-style, like the hosts': the last listener counts. */
export function wxPrivacy(script: Script) {
  let isAgreed = script.privacy !== 'needed';
  let listener: ((resolve: Resolve, info: { referrer: string }) => void) | undefined;
  const isPrivate = /^(getLocation|chooseAddress|chooseMedia|chooseImage|saveImageToPhotosAlbum)$/;
  return {
    functions: {
      onNeedPrivacyAuthorization: (next: typeof listener) => (listener = next),
      getPrivacySetting: ({ success }: { success(answer: unknown): void }) =>
        success({ needAuthorization: !isAgreed, privacyContractName: '《集市隐私保护指引》' }),
      openPrivacyContract: ({ success }: { success(answer: unknown): void }) => success({}),
    },
    gate(name: string, goOn: () => void, refuse: () => void) {
      // without a listener the host's own dialog asks, and this person agrees
      if (isAgreed || !isPrivate.test(name) || !listener) return goOn();
      const resolve: Resolve = ({ event, buttonId }) => {
        if (event === 'disagree') refuse();
        if (event !== 'agree') return;
        // the host looks for the button that was tapped
        isAgreed = buttonId === 'agree-privacy';
        if (isAgreed) goOn();
        else refuse();
      };
      listener(resolve, { referrer: name });
    },
  };
}

/** Douyin's e-commerce plugin: `plugin.openEcOrder` of the bound shop. */
export function shopPlugin(script: Script, fail: Fail, calls: Phone['calls']): Record<string, unknown> {
  if (script.shop === 'no plugin') throw new Error('plugin is not declared');
  const outcomes: Record<string, Outcome> = {
    opened: { ok: { errMsg: 'openEcOrder:ok' } },
    closed: fail('openEcOrder:fail cancel'),
    'not granted': fail('Platform auth deny', 10101),
    'old host': fail('The feature is only support in Douyin', 10301),
    guest: fail('not login', 21500),
    'not bound': fail('not bound', 21503),
    unknown: fail('internal error', 21501),
  };
  return {
    openEcOrder({ success, fail: failed, ...options }: { success(value: unknown): void; fail(error: unknown): void }) {
      calls.push({ name: 'openEcOrder', options });
      const outcome = outcomes[script.shop ?? 'opened']!;
      if ('ok' in outcome) success(outcome.ok);
      else failed(outcome.error);
    },
  };
}
