import { offerSettings } from '@/lib/offerSettings';
import { platform } from '@/platform';

const words = { denied: '没有位置权限，可以在设置里打开', withoutConsent: '没有读位置' };
let said: jest.SpyInstance;
let asked: jest.SpyInstance;
let opened: jest.SpyInstance;
beforeEach(() => {
  said = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
  asked = jest.spyOn(platform, 'confirm').mockResolvedValue(true);
  opened = jest.spyOn(platform, 'openSettings').mockResolvedValue({ status: 'ok', code: '', value: null });
});
afterEach(() => jest.restoreAllMocks());

test('where there are settings, a refusal leads there if the person wants to', async () => {
  jest.spyOn(platform, 'has').mockReturnValue(true);
  await offerSettings('10200', words);
  expect(opened).toHaveBeenCalledTimes(1);
  asked.mockResolvedValue(false);
  await offerSettings('10200', words);
  expect(opened).toHaveBeenCalledTimes(1);
  expect(said).not.toHaveBeenCalled();
});

test('where there are none, it is said', async () => {
  await offerSettings('1', words);
  expect(said).toHaveBeenCalledWith(words.denied);
  expect(asked).not.toHaveBeenCalled();
});

test('who refused the privacy statement is not sent to settings that cannot help', async () => {
  jest.spyOn(platform, 'has').mockReturnValue(true);
  await offerSettings('privacy', words);
  expect(said).toHaveBeenCalledWith(words.withoutConsent);
  expect(asked).not.toHaveBeenCalled();
});
