import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Addresses from '@/orders/addresses';
import { checkAddress, tidyAddress } from '@/orders/addresses/checkAddress';
import { useChosenAddress } from '@/orders/chosenAddress';
import { platform } from '@/platform';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { address, shop } from '../support/storefront/shopData';

const confirm = jest.spyOn(platform, 'confirm');
const toast = jest.spyOn(platform, 'toast');

beforeEach(() => {
  document.body.innerHTML = '';
  confirm.mockReset().mockResolvedValue(true);
  toast.mockReset();
  useChosenAddress.setState({ addressId: null });
});

const other = { ...address, id: '72', isDefault: false, detail: '天目山路 1 号' };
const list = { 'GET /api/shop': () => shop, 'GET /api/addresses': () => ({ items: [address, other] }) };

async function type(container: HTMLElement, index: number, value: string) {
  await act(async () => {
    fireEvent.input(container.querySelectorAll('taro-input-core input')[index]!, { target: { value } });
  });
}

test('opened from the checkout, a tap chooses the address and goes back', async () => {
  fakeServer(list);
  const visits = watchNavigation({ depth: 2, before: 'orders/checkout/index?stamp=1' });
  await renderPage(Addresses);
  fireEvent.click(await screen.findByText('天目山路 1 号'));
  expect(useChosenAddress.getState().addressId).toBe('72');
  expect(visits).toEqual(['navigateBack']);
});

test('a typed address is checked with a sentence before it is sent, and tidied', async () => {
  const server = fakeServer({ ...list, 'POST /api/addresses': () => answer(201, other) });
  const { container } = await renderPage(Addresses);
  fireEvent.click(await screen.findByText('新增地址'));
  await settled();
  fireEvent.click(screen.getByText('保存并使用'));
  expect(screen.getByText('请写上收货人的名字')).toBeInTheDocument();
  const typed = [' 周师傅 ', '138 0000 6620', '浙江省', '杭州市', '西湖区', '天目山路 1 号'];
  for (const [index, text] of typed.entries()) await type(container, index, text);
  fireEvent.click(screen.getByText('保存并使用'));
  await waitFor(() => expect(server.to('POST /api/addresses')).toHaveLength(1));
  expect(server.to('POST /api/addresses')[0]!.body).toEqual({
    name: '周师傅',
    phone: '13800006620',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '天目山路 1 号',
  });
  await waitFor(() => expect(screen.queryByText('保存并使用')).toBeNull());
});

test('a refused address stays in the form', async () => {
  fakeServer({ ...list, 'POST /api/addresses': () => refuse('invalid_request') });
  const { container } = await renderPage(Addresses);
  fireEvent.click(await screen.findByText('新增地址'));
  await settled();
  const typed = ['周师傅', '13800006620', '浙江省', '杭州市', '', '天目山路 1 号'];
  for (const [index, text] of typed.entries()) await type(container, index, text);
  fireEvent.click(screen.getByText('保存并使用'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('填写的内容有误，请检查后再试'));
  expect(screen.getByText('保存并使用')).toBeInTheDocument();
});

test('deleting is asked for first', async () => {
  let items = [address, other];
  const server = fakeServer({
    ...list,
    'GET /api/addresses': () => ({ items }),
    'DELETE /api/addresses/:addressId': ({ params }) => {
      items = items.filter(({ id }) => id !== params.addressId);
      return {};
    },
  });
  await renderPage(Addresses);
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(await screen.findByLabelText('删除 天目山路 1 号'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  expect(server.to('DELETE /api/addresses/:addressId')).toHaveLength(0);
  fireEvent.click(screen.getByLabelText('删除 天目山路 1 号'));
  await waitFor(() => expect(screen.queryByText('天目山路 1 号')).toBeNull());
  expect(screen.getByText('文三路 478 号')).toBeInTheDocument();
});

test.each([
  ['phone', '1380000662', '手机号应为 11 位数字，座机请带区号'],
  ['phone', '', '请填手机号，快递要联系您'],
  ['province', '', '请填省份'],
  ['city', ' ', '请填城市'],
  ['detail', '', '请填街道和门牌号'],
  ['detail', '一路', '再写详细些，精确到门牌号'],
] as const)('a %s of 「%s」 is answered with its own sentence', (field, text, sentence) => {
  const { id: _, isDefault: __, ...whole } = address;
  expect(checkAddress(tidyAddress({ ...whole, [field]: text }))).toEqual({ [field]: sentence });
});

test('a country code and blanks in a phone number are no fault, and neither is a landline or no district', () => {
  const { id: _, isDefault: __, ...whole } = address;
  for (const phone of ['+86 138-0000-6620', '0571-88886666']) {
    expect(checkAddress(tidyAddress({ ...whole, phone, district: '' }))).toEqual({});
  }
});
