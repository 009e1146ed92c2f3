import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Addresses from '@/orders/addresses';
import { checkAddress, tidyAddress } from '@/orders/addresses/checkAddress';
import { useChosenAddress } from '@/orders/chosenAddress';
import { queryClient } from '@/lib/queries';
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
  for (const parent of Object.keys(REGIONS)) platform.removeText(`jishi.regions.${parent}`);
});

const other = { ...address, id: '72', isDefault: false, detail: '天目山路 1 号' };
const list = { 'GET /api/shop': () => shop, 'GET /api/addresses': () => ({ items: [address, other] }) };

async function type(container: HTMLElement, index: number, value: string) {
  await act(async () => {
    fireEvent.input(container.querySelectorAll('taro-input-core input')[index]!, { target: { value } });
  });
}

const REGIONS: Record<string, [string, string, boolean][]> = {
  '': [
    ['330000', '浙江省', false],
    ['420000', '湖北省', false],
  ],
  330000: [['330100', '杭州市', false]],
  330100: [['330106', '西湖区', true]],
  420000: [['429004', '仙桃市', true]],
};
const regions = {
  'GET /api/regions': ({ query }: { query: Record<string, string> }) => ({
    items: REGIONS[query.parent ?? '']!.map(([code, name, isLast]) => ({ code, name, isLast })),
  }),
};

async function chooseRegion(...names: string[]) {
  fireEvent.click(screen.getByLabelText('选择省市区'));
  for (const name of names) fireEvent.click(await screen.findByText(name, { selector: '.row, .row *' }));
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
  const server = fakeServer({ ...list, ...regions, 'POST /api/addresses': () => answer(201, other) });
  const { container } = await renderPage(Addresses);
  fireEvent.click(await screen.findByText('新增地址'));
  await settled();
  fireEvent.click(screen.getByText('保存并使用'));
  expect(screen.getByText('请写上收货人的名字')).toBeInTheDocument();
  const typed = [' 周师傅 ', '138 0000 6620', '天目山路 1 号'];
  for (const [index, text] of typed.entries()) await type(container, index, text);
  expect(screen.getByText('请选择省、市、区县')).toBeInTheDocument();
  await chooseRegion('浙江省', '杭州市', '西湖区');
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
  fakeServer({ ...list, ...regions, 'POST /api/addresses': () => refuse('invalid_request') });
  const { container } = await renderPage(Addresses);
  fireEvent.click(await screen.findByText('新增地址'));
  await settled();
  const typed = ['周师傅', '13800006620', '天目山路 1 号'];
  for (const [index, text] of typed.entries()) await type(container, index, text);
  await chooseRegion('浙江省', '杭州市', '西湖区');
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
  ['detail', '', '请填街道和门牌号'],
  ['detail', '一路', '再写详细些，精确到门牌号'],
] as const)('a %s of 「%s」 is answered with its own sentence', (field, text, sentence) => {
  const { id: _, isDefault: __, ...whole } = address;
  expect(checkAddress(tidyAddress({ ...whole, [field]: text }))).toEqual({ [field]: sentence });
});

test('a region that is not complete is one fault, and so is a text that is too long', () => {
  const { id: _, isDefault: __, ...whole } = address;
  for (const field of ['province', 'city']) {
    expect(checkAddress({ ...whole, [field]: '' })).toEqual({ province: '请选择省、市、区县' });
  }
  expect(checkAddress({ ...whole, detail: '路'.repeat(121) })).toEqual({ detail: '详细地址太长，最多 120 个字' });
});

test('a country code and blanks in a phone number are no fault, and neither is a landline or no district', () => {
  const { id: _, isDefault: __, ...whole } = address;
  for (const phone of ['+86 138-0000-6620', '0571-88886666']) {
    expect(checkAddress(tidyAddress({ ...whole, phone, district: '' }))).toEqual({});
  }
});

async function openForm(handlers: Parameters<typeof fakeServer>[0]) {
  const server = fakeServer({ ...list, ...handlers });
  const { container } = await renderPage(Addresses);
  fireEvent.click(await screen.findByText('新增地址'));
  await settled();
  return { server, container };
}

test('a city without districts ends the choice, and an earlier step can be taken back', async () => {
  const { server } = await openForm(regions);
  await chooseRegion('浙江省');
  fireEvent.click(screen.getByText('浙江省', { selector: '.tab *' }));
  fireEvent.click(await screen.findByText('湖北省', { selector: '.row, .row *' }));
  fireEvent.click(await screen.findByText('仙桃市', { selector: '.row, .row *' }));
  expect(screen.queryByText('选择地区')).toBeNull();
  expect(screen.getByText('湖北省仙桃市')).toBeInTheDocument();
  expect(server.to('GET /api/regions').map(({ query }) => query.parent ?? '')).toEqual(['', '330000', '420000']);
});

test('regions that do not load say why and load on retry, and once loaded they need no network', async () => {
  let isBroken = true;
  const { server } = await openForm({
    'GET /api/regions': (request) => (isBroken ? refuse('forbidden') : regions['GET /api/regions'](request)),
  });
  fireEvent.click(screen.getByLabelText('选择省市区'));
  expect(await screen.findByText('这里不对外开放')).toBeInTheDocument();
  isBroken = false;
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('浙江省')).toBeInTheDocument();
  // the app starts anew without a network
  queryClient.removeQueries({ queryKey: ['regions'] });
  isBroken = true;
  const asked = server.to('GET /api/regions').length;
  fireEvent.click(screen.getAllByLabelText('关闭').at(-1)!);
  fireEvent.click(screen.getByLabelText('选择省市区'));
  expect(await screen.findByText('浙江省')).toBeInTheDocument();
  expect(server.to('GET /api/regions')).toHaveLength(asked);
});

test('a pasted text fills the form, and what it does not say stays as it was typed', async () => {
  const parsed = {
    name: '张三',
    phone: '',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '文三路 1 号',
  };
  const { server, container } = await openForm({ 'POST /api/addresses/parse': () => parsed });
  await type(container, 1, '13800006620');
  expect(screen.queryByText('识别')).toBeNull();
  const box = container.querySelector('taro-textarea-core textarea')!;
  await act(async () => {
    fireEvent.input(box, { target: { value: '张三 浙江杭州西湖区文三路 1 号' } });
  });
  fireEvent.click(screen.getByText('识别'));
  expect(await screen.findByText('浙江省杭州市西湖区', { selector: '.chosen' })).toBeInTheDocument();
  expect(server.to('POST /api/addresses/parse')[0]!.body).toEqual({ text: '张三 浙江杭州西湖区文三路 1 号' });
  server.set({ 'POST /api/addresses': () => answer(201, other) });
  fireEvent.click(screen.getByText('保存并使用'));
  await waitFor(() => expect(server.to('POST /api/addresses')).toHaveLength(1));
  expect(server.to('POST /api/addresses')[0]!.body).toEqual({ ...parsed, phone: '13800006620' });
});

test('a text that cannot be taken apart now stays in the box', async () => {
  const { container } = await openForm({ 'POST /api/addresses/parse': () => refuse('rate_limited') });
  const box = container.querySelector('taro-textarea-core textarea') as HTMLTextAreaElement;
  await act(async () => {
    fireEvent.input(box, { target: { value: '张三' } });
  });
  fireEvent.click(screen.getByText('识别'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('点得太快了，歇一会儿再试'));
  expect(box.value).toBe('张三');
});
