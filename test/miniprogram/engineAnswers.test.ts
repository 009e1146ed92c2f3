import type { Platform } from './engine/protocol';
import type { Script } from './engine/script';
import { probePackage, prober, writePackage, type Outcome } from './fixture';
import { withChrome, type Start } from './minis';

const PLATFORMS: Platform[] = ['weapp', 'alipay', 'tt'];
const WX_PAYMENT = '{ timeStamp: "1", nonceStr: "n", package: "prepay_id=p1", signType: "RSA", paySign: "s" }';
const ORDER = JSON.stringify({ outOrderNo: 'o1', skuList: [{ skuId: 's1', price: 100, quantity: 2 }] });
const SOURCES: Record<Platform, Record<string, string>> = {
  weapp: {
    付: `return native.requestPayment(${WX_PAYMENT})`,
    址: `return call('chooseAddress')`,
    登: `return call('login')`,
    问: `return call('showModal', { title: '删除？', confirmText: '好' })`,
    选: `return call('showActionSheet', { itemList: ['不', '好'] })`,
    存: `native.setStorageSync('k', { a: 1 }); await call('showToast', { title: '已存' })
         return [native.getStorageSync('k'), native.getStorageSync('none')]`,
  },
  alipay: {
    付: `return native.tradePay({ tradeNO: 't1' })`,
    址: `return call('getAddress')`,
    登: `return call('getAuthCode', { scopes: 'auth_base' })`,
    问: `return call('confirm', { title: '删除？', confirmButtonText: '好' })`,
    选: `return call('showActionSheet', { items: ['不', '好'] })`,
    存: `native.setStorageSync({ key: 'k', data: { a: 1 } }); await call('showToast', { content: '已存' })
         return [native.getStorageSync({ key: 'k' }), native.getStorageSync({ key: 'none' })]`,
  },
  tt: {
    付: `const { orderId } = await call('requestOrder', { data: ${JSON.stringify(ORDER)}, byteAuthorization: 'b' })
         return call('getOrderPayment', { orderId })`,
    址: `return call('chooseAddress')`,
    登: `return call('login', { force: false })`,
    问: `return call('showModal', { title: '删除？', confirmText: '好' })`,
    选: `return call('showActionSheet', { itemList: ['不', '好'] })`,
    存: `native.setStorageSync('k', { a: 1 }); await call('showToast', { title: '已存' })
         return [native.getStorageSync('k'), native.getStorageSync('none')]`,
  },
};

/** What the package is told for each answer of `key`, by tapping `button` again and again. */
async function outcomes<Key extends keyof Script>(
  start: Start,
  platform: Platform,
  button: string,
  key: Key,
  answers: Record<string, Script[Key]>,
): Promise<Record<string, Outcome>> {
  const mini = await start(probePackage(platform, SOURCES[platform]), {}, platform);
  const run = prober(mini);
  const told: Record<string, Outcome> = {};
  for (const [name, answer] of Object.entries(answers)) {
    mini.script({ [key]: answer } as Partial<Script>);
    told[name] = await run(button);
  }
  expect(await mini.problems()).toEqual([]);
  return told;
}

withChrome('the super-app answers as scripted', (start) => {
  it.each([
    [
      'weapp',
      {
        ok: { value: { errMsg: 'requestPayment:ok' } },
        cancel: { error: { errMsg: 'requestPayment:fail cancel' } },
        timeout: { error: { errMsg: 'requestPayment:fail timeout' } },
      },
    ],
    [
      'alipay',
      {
        ok: { value: { resultCode: '9000' } },
        pending: { value: { resultCode: '8000' } },
        cancel: { value: { resultCode: '6001' } },
        timeout: { value: { resultCode: '6004' } },
        fail: { value: { resultCode: '4000' } },
      },
    ],
    [
      'tt',
      {
        ok: { value: { errMsg: 'getOrderPayment:ok' } },
        cancel: { error: { errMsg: 'getOrderPayment:fail user cancelled', errNo: 9 } },
        fail: { error: { errMsg: 'getOrderPayment:fail internal error', errNo: 10401 } },
      },
    ],
  ] as [Platform, Record<string, Outcome>][])(
    'to a payment on %s, in that vendor’s channel',
    async (platform, expected) => {
      const answers = Object.fromEntries(Object.keys(expected).map((name) => [name, name as 'ok']));
      expect(await outcomes(start, platform, '付', 'requestPayment', answers)).toEqual(expected);
    },
  );

  it.each([
    ['weapp', { package: 'prepay_id=p1' }],
    ['alipay', { tradeNO: 't1' }],
    ['tt', { orderId: 'd1', order: expect.objectContaining({ outOrderNo: 'o1' }) }],
  ] as const)(
    'to a payment on %s through a cashier in Node that sees the native parameters',
    async (platform, params) => {
      const cashier = jest.fn(async () => 'ok' as const);
      const script = { requestPayment: cashier, requestOrder: { outcome: 'ok', value: { orderId: 'd1' } } as const };
      const mini = await start(probePackage(platform, SOURCES[platform]), { script }, platform);
      await prober(mini)('付');
      expect(cashier.mock.calls).toEqual([
        [expect.objectContaining({ platform, params: expect.objectContaining(params) })],
      ]);
    },
  );

  it('to an unscripted payment with a failure, which is a problem of the run', async () => {
    const mini = await start(probePackage('weapp', SOURCES.weapp));
    await prober(mini)('付');
    expect(await mini.problems()).toEqual([expect.stringContaining('does not script requestPayment')]);
  });

  it.each([
    [
      'weapp',
      {
        ok: { value: expect.objectContaining({ userName: '李四', provinceName: '广东省', telNumber: '13800000000' }) },
        cancel: { error: { errMsg: 'chooseAddress:fail cancel' } },
        denied: { error: { errMsg: 'chooseAddress:fail auth deny' } },
      },
    ],
    [
      'alipay',
      {
        ok: { value: { resultStatus: '9000', result: expect.objectContaining({ fullname: '李四', prov: '广东省' }) } },
        cancel: { value: { resultStatus: '6001', result: '' } },
        denied: { error: { error: 4, errorMessage: '无权调用该接口' } },
      },
    ],
    [
      'tt',
      {
        ok: { value: expect.objectContaining({ userName: '李四', provinceName: '广东省' }) },
        cancel: { error: { errMsg: 'chooseAddress:fail cancel', errNo: 9 } },
        denied: { error: { errMsg: 'chooseAddress:fail auth deny', errNo: 10200 } },
      },
    ],
  ] as [Platform, Record<string, Outcome>][])('to the address book on %s', async (platform, expected) => {
    const answers = {
      ok: { outcome: 'ok', value: { name: '李四' } },
      cancel: 'cancel',
      denied: 'denied',
    } as const;
    expect(await outcomes(start, platform, '址', 'chooseAddress', answers)).toEqual(expected);
  });

  it.each([
    [
      'weapp',
      {
        ok: { value: { code: 'c1', errMsg: 'login:ok' } },
        fail: { error: { errMsg: 'login:fail system error' } },
      },
    ],
    [
      'alipay',
      {
        ok: { value: { authCode: 'c1', authSuccessScopes: ['auth_base'], authErrorScopes: {} } },
        fail: { error: { error: 11, errorMessage: '获取授权码失败' } },
      },
    ],
    [
      'tt',
      {
        ok: { value: { code: 'c1', anonymousCode: 'anonymous-c1', isLogin: true, errMsg: 'login:ok' } },
        guest: { value: expect.objectContaining({ code: '', anonymousCode: expect.any(String), isLogin: false }) },
        fail: { error: { errMsg: 'login:fail internal error', errNo: 10401 } },
      },
    ],
  ] as [Platform, Record<string, Outcome>][])('to a login on %s', async (platform, expected) => {
    const ok = { outcome: 'ok', value: { code: 'c1' } } as const;
    const answers: Record<string, Script['login']> = {
      ok,
      fail: 'fail',
      ...(platform === 'tt' ? { guest: 'guest' } : {}),
    };
    expect(await outcomes(start, platform, '登', 'login', answers)).toEqual(expected);
  });

  it('to every login with a new code unless scripted', async () => {
    const mini = await start(probePackage('weapp', SOURCES.weapp));
    const run = prober(mini);
    const codes = [await run('登'), await run('登')].map((outcome) => (outcome.value as { code: string }).code);
    expect(new Set(codes).size).toBe(2);
  });
});

withChrome('the phone number button', (start) => {
  const BUTTONS: Record<Platform, [string, string]> = {
    weapp: ['wxml', '<button open-type="getPhoneNumber" bindgetphonenumber="got">'],
    alipay: ['axml', '<button open-type="getAuthorize" scope="phoneNumber" onGetAuthorize="got" onError="got">'],
    tt: ['ttml', '<button open-type="getPhoneNumber" bindgetphonenumber="got">'],
  };
  it.each([
    ['weapp', { code: 'p1', errMsg: 'getPhoneNumber:ok' }, { errMsg: 'getPhoneNumber:fail user deny' }],
    ['alipay', {}, { type: 'getAuthorize', errorMessage: '用户取消授权' }],
    ['tt', { code: 'p1', errMsg: 'getPhoneNumber:ok' }, { errMsg: 'getPhoneNumber:fail auth deny' }],
  ] as [Platform, object, object][])('on %s tells the page of consent and refusal', async (platform, given, denied) => {
    const [extension, button] = BUTTONS[platform];
    const dir = writePackage({
      'app.json': JSON.stringify({ pages: ['i'] }),
      'app.js': 'App({})',
      'i.json': '{}',
      [`i.${extension}`]: `${button}给</button><view id="out">{{out}}</view>`,
      'i.js': `Page({ data: { out: '' }, turn: 0, got(e) {
        this.setData({ out: '第' + ++this.turn + '次' + JSON.stringify(e.detail) })
      } })`,
    });
    const mini = await start(dir, {}, platform);
    mini.script({ phoneNumber: { outcome: 'ok', value: { code: 'p1' } } });
    await mini.tap('给');
    await mini.waitText('第1次');
    expect(JSON.parse((await mini.text('#out')).slice(3))).toEqual(given);
    mini.script({ phoneNumber: 'denied' });
    await mini.tap('给');
    await mini.waitText('第2次');
    expect(JSON.parse((await mini.text('#out')).slice(3))).toEqual(denied);
    expect(await mini.problems()).toEqual([]);
  });
});

withChrome('the native objects', (start) => {
  it.each([
    ['weapp', { errMsg: 'showModal:ok', confirm: true, cancel: false }, { errMsg: 'showActionSheet:ok', tapIndex: 1 }],
    ['alipay', { confirm: true }, { index: 1, success: true }],
    ['tt', { errMsg: 'showModal:ok', confirm: true, cancel: false }, { errMsg: 'showActionSheet:ok', tapIndex: 1 }],
  ] as const)('show dialogs on %s that the shopper answers', async (platform, confirmed, chosen) => {
    const mini = await start(probePackage(platform, SOURCES[platform]), {}, platform);
    const run = prober(mini);
    expect((await run('问', () => mini.tap('好'))).value).toEqual(confirmed);
    expect((await run('选', () => mini.tap('好'))).value).toEqual(chosen);
  });

  it.each([
    ['weapp', [{ a: 1 }, '']],
    ['alipay', [{ data: { a: 1 } }, { data: null }]],
    ['tt', [{ a: 1 }, '']],
  ] as const)('keep values on %s and remember toasts', async (platform, stored) => {
    const mini = await start(probePackage(platform, SOURCES[platform]), {}, platform);
    expect((await prober(mini)('存')).value).toEqual(stored);
    await mini.waitToast('已存');
    expect(await mini.storage()).toEqual({ k: { a: 1 } });
  });

  it.each([
    ['weapp', ['object', 'undefined']],
    ['alipay', ['object', 'undefined']],
    ['tt', ['undefined', 'undefined']],
  ] as const)('answer promises on %s as its typings say', async (platform, types) => {
    const source = 'return [typeof native.getSetting({}), typeof native.getSetting({ success() {} })]';
    const mini = await start(probePackage(platform, { 试: source }), {}, platform);
    expect((await prober(mini)('试')).value).toEqual(types);
  });

  it.each(PLATFORMS)('on %s tell where the shopper came from', async (platform) => {
    const source = 'return [native.getLaunchOptionsSync().scene, getApp().launch.scene]';
    const mini = await start(probePackage(platform, { 试: source }), { scene: 21001 }, platform);
    // Douyin alone has text in one of the two
    expect((await prober(mini)('试')).value).toEqual([platform === 'tt' ? '21001' : 21001, 21001]);
  });
});
