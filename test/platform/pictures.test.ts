import { TransportError } from '@/platform/types';
import { phones, type PhoneName } from './phones';

const names = Object.keys(phones) as PhoneName[];
const superApps = ['weapp', 'alipay', 'tt'] as const;
const sent = { url: '/api/pictures', path: '', name: 'file', headers: { A: 'b' }, form: { kind: 'x' }, timeoutMs: 5 };

describe.each(names)('%s', (name) => {
  test('gives the pictures that were chosen, no more than asked for', async () => {
    const result = await phones[name]({}).platform.chooseImages(2);
    expect(result).toMatchObject({ status: 'ok', value: [{ bytes: 100 }, {}] });
    expect(result.status === 'ok' && result.value.map(({ path }) => path).every(Boolean)).toBe(true);
  });

  test('a picker that is closed is no failure', async () => {
    const { platform } = phones[name]({ pictures: 'cancelled' });
    expect(await platform.chooseImages(1)).toMatchObject({ status: 'cancelled' });
  });

  test('sends a chosen picture with its fields and gives back status and text', async () => {
    const { platform, calls } = phones[name]({});
    const chosen = await platform.chooseImages(1);
    const path = chosen.status === 'ok' ? chosen.value[0]!.path : '';
    expect(await platform.upload({ ...sent, path })).toEqual({ status: 200, body: 'stored' });
    const { options } = calls.find((call) => call.name === 'uploadFile')!;
    if (name === 'h5') {
      const form = options.data as FormData;
      expect([form.get('kind'), (form.get('file') as File).name]).toEqual(['x', '1.jpg']);
    } else {
      expect(options).toMatchObject({ filePath: path, name: 'file', header: { A: 'b' }, formData: { kind: 'x' } });
      // Alipay refuses a file whose kind it is not told
      expect(options.fileType).toBe(name === 'alipay' ? 'image' : undefined);
    }
  });

  test('an upload that the server refused is an answer', async () => {
    const { platform } = phones[name]({ request: 'not found' });
    const chosen = await platform.chooseImages(1);
    const path = chosen.status === 'ok' ? chosen.value[0]!.path : '';
    expect(await platform.upload({ ...sent, path })).toMatchObject({ status: 404 });
  });

  test.each([
    ['offline', 'offline'],
    ['late', 'timeout'],
  ] as const)('an upload without an answer (%s) is told apart as %s', async (request, reason) => {
    const { platform, calls } = phones[name]({ request });
    const chosen = await platform.chooseImages(1);
    const path = chosen.status === 'ok' ? chosen.value[0]!.path : '';
    const failure = platform.upload({ ...sent, path });
    await expect(failure).rejects.toBeInstanceOf(TransportError);
    await expect(failure).rejects.toMatchObject({ reason });
    // what nobody waits for any more is stopped
    if (request === 'late' && name !== 'h5') expect(calls.at(-1)!.name).toBe('abort');
  });
});

describe.each(superApps)('%s as a super-app', (name) => {
  test.each([
    ['denied', 'denied'],
    ['failed', 'failed'],
  ] as const)('pictures that end %s are %s', async (pictures, status) => {
    expect(await phones[name]({ pictures }).platform.chooseImages(1)).toMatchObject({ status });
  });

  test('an old version without uploads is offline to its caller, and does not crash', async () => {
    const { platform } = phones[name]({ absent: ['uploadFile'] });
    await expect(platform.upload({ ...sent, path: 'tmp/1.jpg' })).rejects.toBeInstanceOf(TransportError);
  });

  test.each([
    ['saved', 'ok'],
    ['cancelled', 'cancelled'],
    ['denied', 'denied'],
    ['failed', 'failed'],
  ] as const)('an album that ends %s is %s', async (album, status) => {
    expect(await phones[name]({ album }).platform.saveImage('wxfile://tmp/1.png')).toMatchObject({ status });
  });

  test('fetches a picture from the net before it is kept, and leaves a file of the phone alone', async () => {
    const { platform, calls } = phones[name]({});
    await platform.saveImage('https://shop.invalid/poster.png');
    await platform.saveImage('https://resource/1.image');
    expect(calls.map(({ name: api, options }) => [api, options.url ?? options.filePath])).toEqual([
      ['downloadFile', 'https://shop.invalid/poster.png'],
      ['saveImageToPhotosAlbum', 'tmp/got.jpg'],
      ['saveImageToPhotosAlbum', 'https://resource/1.image'],
    ]);
  });

  test('what could not be fetched is not kept', async () => {
    const { platform, calls } = phones[name]({ download: 'not found' });
    expect(await platform.saveImage('https://shop.invalid/poster.png')).toMatchObject({ status: 'failed' });
    expect(calls.map((call) => call.name)).toEqual(['downloadFile']);
  });

  test('refused once and for ever, the way back are the settings', async () => {
    const { platform, calls } = phones[name]({ album: 'denied' });
    for (const _ of [1, 2]) expect(await platform.saveImage('a.png')).toMatchObject({ status: 'denied' });
    expect(platform.has('settings')).toBe(true);
    expect(await platform.openSettings()).toMatchObject({ status: 'ok' });
    expect(calls.at(-1)!.name).toBe('openSetting');
  });
});

test('WeChat without chooseMedia takes its older picker', async () => {
  const { platform, calls } = phones.weapp({ absent: ['chooseMedia'] });
  expect(await platform.chooseImages(1)).toMatchObject({ status: 'ok', value: [{ path: 'tmp/1.jpg', bytes: 100 }] });
  expect(calls.map((call) => call.name)).toEqual(['chooseImage']);
  const newer = phones.weapp({});
  await newer.platform.chooseImages(1);
  expect(newer.calls[0]).toMatchObject({ name: 'chooseMedia', options: { count: 1, mediaType: ['image'] } });
});

test("the web page downloads what is its own and opens a stranger's picture beside it", async () => {
  const { platform, calls } = phones.h5({});
  await platform.saveImage('/assets/poster.png');
  await platform.saveImage('https://elsewhere.invalid/poster.png');
  expect(calls.map(({ options }) => [options.isDownload, options.target])).toEqual([
    [true, ''],
    [false, '_blank'],
  ]);
  expect(await platform.openSettings()).toMatchObject({ status: 'unsupported' });
});

test('a picture that the web page no longer holds is not sent', async () => {
  const { platform, calls } = phones.h5({});
  await expect(platform.upload({ ...sent, path: 'blob:gone' })).rejects.toBeInstanceOf(TransportError);
  expect(calls).toEqual([]);
});
