import type { ComponentType, PropsWithChildren } from 'react';
import { fireEvent, render } from '@testing-library/react';
import { PhoneButton as Alipay } from '@/platform/PhoneButton.alipay';
import { PhoneButton as H5 } from '@/platform/PhoneButton.h5';
import { PhoneButton as Tt } from '@/platform/PhoneButton.tt';
import { PhoneButton as Weapp } from '@/platform/PhoneButton.weapp';
import type { PhoneButtonProps } from '@/platform/phone';

type Button = ComponentType<PropsWithChildren<PhoneButtonProps>>;
const sealed = JSON.stringify({ response: 'c2VhbGVk', sign: 'c2lnbg==', sign_type: 'RSA2' });

function draw(PhoneButton: Button) {
  const heard: unknown[] = [];
  const { container } = render(
    <PhoneButton
      className="there"
      label="用手机号登录"
      onProof={(proof) => heard.push(proof)}
      onFail={(status) => heard.push(status)}
    >
      一键登录
    </PhoneButton>,
  );
  const button = container.querySelector('.there');
  return {
    heard,
    button,
    tell: (type: string, detail: object) => fireEvent(button!, new CustomEvent(type, { detail })),
  };
}

/** Alipay's own object, whose `getPhoneNumber` ends as told. */
function playAlipay(end: { ok?: string; error?: object }): void {
  const getPhoneNumber = ({ success, fail }: { success(answer: object): void; fail(error: object): void }) =>
    end.ok === undefined ? fail(end.error ?? {}) : success({ response: end.ok });
  Object.assign(globalThis, { my: { getPhoneNumber } });
}
afterEach(() => Reflect.deleteProperty(globalThis, 'my'));
const settled = () => new Promise(process.nextTick);

test.each([
  ['weapp', Weapp],
  ['tt', Tt],
] as const)('%s gives the code of one tap', (_, button) => {
  const { heard, button: drawn, tell } = draw(button);
  expect(drawn).toMatchObject({ openType: 'getPhoneNumber' });
  tell('getphonenumber', { code: 'phone-1', errMsg: 'getPhoneNumber:ok' });
  expect(heard).toEqual([{ kind: 'code', code: 'phone-1' }]);
});

test.each([
  ['weapp', Weapp, { errMsg: 'getPhoneNumber:fail user deny' }, 'denied'],
  ['weapp', Weapp, { errMsg: 'getPhoneNumber:fail user cancel' }, 'cancelled'],
  ['weapp', Weapp, { errMsg: 'getPhoneNumber:fail', errno: 1400001 }, 'unsupported'],
  ['weapp', Weapp, { errMsg: 'getPhoneNumber:fail no permission' }, 'unsupported'],
  ['weapp', Weapp, { errMsg: 'getPhoneNumber:fail privacy permission is not authorized' }, 'denied'],
  // an old library, which answers with sealed data that our server does not take
  ['weapp', Weapp, { errMsg: 'getPhoneNumber:ok', encryptedData: 'x', iv: 'y' }, 'failed'],
  ['tt', Tt, { errMsg: 'getPhoneNumber:fail auth deny', errNo: 10200 }, 'denied'],
  ['tt', Tt, { errMsg: 'getPhoneNumber:fail platform auth deny', errNo: 10101 }, 'unsupported'],
  ['tt', Tt, { errMsg: 'getPhoneNumber:fail not login' }, 'failed'],
] as const)('%s: no number is told apart (%#)', (_, button, detail, status) => {
  const { heard, tell } = draw(button);
  tell('getphonenumber', detail);
  expect(heard).toEqual([status]);
});

test('Alipay asks for consent, and hands the sealed number and its signature over', async () => {
  playAlipay({ ok: sealed });
  const { heard, button, tell } = draw(Alipay);
  expect(button).toMatchObject({ openType: 'getAuthorize', scope: 'phoneNumber' });
  tell('getauthorize', {});
  await settled();
  expect(heard).toEqual([{ kind: 'sealed', data: 'c2VhbGVk', sign: 'c2lnbg==' }]);
});

test('Alipay without consent is a refusal', () => {
  const { heard, tell } = draw(Alipay);
  tell('error', { errorMessage: '用户取消授权' });
  expect(heard).toEqual(['denied']);
});

test.each([
  ['permission', { ok: JSON.stringify({ response: { code: '40003', subCode: 'isv.missing' } }) }, 'unsupported'],
  ['permission at the top', { ok: JSON.stringify({ code: '40001' }) }, 'unsupported'],
  ['signature', { ok: JSON.stringify({ response: 'c2VhbGVk' }) }, 'failed'],
  ['sense', { ok: 'no JSON' }, 'failed'],
  ['grant', { error: { error: 4, errorMessage: '无权调用该接口' } }, 'unsupported'],
  ['consent after all', { error: { error: 2001, errorMessage: '用户拒绝授权' } }, 'denied'],
] as const)('an answer of Alipay without %s is no proof', async (_, end, status) => {
  playAlipay(end);
  const { heard, tell } = draw(Alipay);
  tell('getauthorize', {});
  await settled();
  expect(heard).toEqual([status]);
});

test('the web page has no such button', () => {
  expect(draw(H5).button).toBeNull();
});
