import type { ComponentType, PropsWithChildren } from 'react';
import Taro from '@tarojs/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import { ContactButton as Alipay } from '@/platform/ContactButton.alipay';
import { ContactButton as H5 } from '@/platform/ContactButton.h5';
import { ContactButton as Tt } from '@/platform/ContactButton.tt';
import { ContactButton as Weapp } from '@/platform/ContactButton.weapp';
import type { ContactButtonProps, ShopContact } from '@/platform/contact';

const buttons: Record<string, ComponentType<PropsWithChildren<ContactButtonProps>>> = {
  weapp: Weapp,
  alipay: Alipay,
  tt: Tt,
  h5: H5,
};
const names = Object.keys(buttons);
const nobody: ShopContact = {
  phone: null,
  hours: '',
  chatUrl: null,
  hasWeappChat: false,
  ttImId: null,
  alipayChat: null,
};
const own: Record<string, Partial<ShopContact>> = {
  weapp: { hasWeappChat: true },
  alipay: { alipayChat: { tntInstId: 'inst', scene: 'scene-1' } },
  tt: { ttImId: 'im-1' },
  h5: { chatUrl: 'https://chat.invalid/' },
};
const about = { title: '茶壶', path: '/mall/product/index?id=1' };
const draw = (name: string, contact: Partial<ShopContact>) => {
  const Button = buttons[name]!;
  const contactNow = { ...nobody, ...contact };
  return render(
    <Button className="there" contact={contactNow} about={about}>
      客服
    </Button>,
  ).container;
};

beforeEach(() => {
  document.body.innerHTML = '';
});

test.each(names)('on %s there is nothing where nobody can be reached, also when other apps have a chat', (name) => {
  const others = names.filter((other) => other !== name).map((other) => own[other]);
  expect(draw(name, Object.assign({}, ...others)).childElementCount).toBe(0);
});

test.each(names)('on %s a shop without a chat is called by telephone', (name) => {
  const call = jest.spyOn(Taro, 'makePhoneCall').mockResolvedValue({ errMsg: '' });
  draw(name, { phone: '0571-88886666' });
  fireEvent.click(screen.getByLabelText('联系客服'));
  expect(call).toHaveBeenCalledWith({ phoneNumber: '0571-88886666' });
  call.mockRestore();
});

test('WeChat opens its own chat and hands over what it is about', () => {
  const button = draw('weapp', own.weapp!).querySelector('.there');
  expect(button).toMatchObject({ openType: 'contact', sendMessageTitle: '茶壶', sendMessagePath: about.path });
});

test('Douyin opens the chat of the account that the shop named', () => {
  const button = draw('tt', own.tt!).querySelector('.there');
  expect(button).toMatchObject({ openType: 'im' });
  expect(button?.getAttribute('data-im-id')).toBe('im-1');
});

test('Alipay lays its own button over ours', () => {
  const box = draw('alipay', own.alipay!);
  expect(box).toHaveTextContent('客服');
  expect(box.querySelector('.over')?.firstElementChild).toMatchObject({ tntInstId: 'inst', scene: 'scene-1' });
});

test('the web page opens the shop’s chat in a page of its own', () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  draw('h5', own.h5!);
  fireEvent.click(screen.getByLabelText('联系客服'));
  expect(open).toHaveBeenCalledWith('https://chat.invalid/', '_blank', 'noopener');
  open.mockRestore();
});
