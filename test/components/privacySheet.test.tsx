import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { PrivacySheet } from '@/components/PrivacySheet';
import { refusePrivacy, wirePrivacy } from '@/lib/privacy';
import { to } from '@/lib/routes';
import { platform } from '@/platform';
import type { PrivacyAsk } from '@/platform/types';

let ask: () => Promise<string[]>;
beforeAll(() => {
  const listen = jest.spyOn(platform, 'onPrivacyNeed');
  wirePrivacy();
  const listener = listen.mock.calls[0]![0];
  ask = async () => {
    const answers: string[] = [];
    const waiting: PrivacyAsk = {
      shown: () => answers.push('shown'),
      agree: () => answers.push('agree'),
      refuse: () => answers.push('refuse'),
    };
    // the statement's name comes a moment later
    await act(async () => listener(waiting));
    return answers;
  };
});
/** A page in sight that draws the sheet. */
const draw = () => {
  render(<PrivacySheet />);
  return () => screen.queryByRole('dialog');
};
afterEach(() => act(async () => refusePrivacy()));

test('is not there until something needs it', () => {
  expect(draw()()).toBeNull();
});

test('one yes answers everything that waits, and the sheet goes', async () => {
  const sheet = draw();
  const answers = [await ask(), await ask()];
  expect(sheet()).toHaveTextContent('不同意也没关系');
  fireEvent.click(screen.getByLabelText('同意'));
  expect(answers).toEqual([
    ['shown', 'agree'],
    ['shown', 'agree'],
  ]);
  expect(sheet()).toBeNull();
});

test.each(['不同意', '关闭'])('“%s” refuses, and the next need asks again', async (word) => {
  const sheet = draw();
  const answers = await ask();
  fireEvent.click(word === '关闭' ? screen.getAllByLabelText('关闭')[0]! : screen.getByText(word));
  expect(answers).toEqual(['shown', 'refuse']);
  expect(sheet()).toBeNull();
  await ask();
  expect(sheet()).not.toBeNull();
});

test('the statement can be read first, and is not covered by the sheet there', async () => {
  const open = jest.spyOn(to, 'privacy').mockImplementation(() => undefined);
  const sheet = draw();
  const answers = await ask();
  fireEvent.click(screen.getByText('《隐私说明》'));
  await act(async () => undefined);
  expect(open).toHaveBeenCalled();
  expect(answers).toEqual(['shown']);
  expect(sheet()).not.toBeNull();
  const there = { router: { path: '/account/privacy/index' } };
  const instance = jest.spyOn(Taro, 'getCurrentInstance').mockReturnValue(there as never);
  expect(render(<PrivacySheet />).container).toBeEmptyDOMElement();
  instance.mockRestore();
});

test('on a page without the sheet nothing waits for ever: it is refused', async () => {
  const { unmount } = render(<PrivacySheet />);
  unmount();
  expect(await ask()).toEqual(['refuse']);
});
