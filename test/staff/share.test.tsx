import { fireEvent, screen, waitFor } from '@testing-library/react';
import Share from '@/staff/share';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { categoryList, teapot } from '../support/storefront/goods';
import { renderPage } from '../support/storefront/renderPage';
import { shop } from '../support/storefront/shopData';
import { staffCode, staffMe } from '../support/storefront/staffData';

const draw = 'POST /api/staff/codes/:token/posters';
const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const confirm = jest.spyOn(platform, 'confirm');
const saveImage = jest.spyOn(platform, 'saveImage');
const copyText = jest.spyOn(platform, 'copyText');
const openSettings = jest.spyOn(platform, 'openSettings');
const has = jest.spyOn(platform, 'has');

beforeEach(() => {
  document.body.innerHTML = '';
  for (const spy of [toast, confirm, saveImage, copyText, openSettings]) spy.mockClear();
  has.mockReturnValue(true);
});

function shopOf() {
  return fakeServer({
    'GET /api/staff': () => staffMe(),
    'GET /api/shop': () => shop,
    'GET /api/products/:productId': () => teapot(),
    'POST /api/staff/codes': ({ body }) => staffCode(body as object),
    [draw]: ({ body }) => ({ url: `/assets/${Object.values(body as object).join('-')}.jpg` }),
  });
}
const open = () => renderPage(Share, { params: { kind: 'product', id: '1' } });
const poster = () => document.querySelector('[aria-label^="海报"] img')?.getAttribute('src');

test('a product’s poster is drawn with the guide’s own code of their store', async () => {
  const server = shopOf();
  let draws: (() => void) | undefined;
  const drawn = new Promise<void>((resolve) => (draws = resolve));
  server.set({ [draw]: () => drawn.then(() => ({ url: '/assets/awning-0-h5.jpg' })) });
  await open();
  expect(await screen.findByLabelText('正在画海报')).toBeInTheDocument();
  draws!();
  await waitFor(() => expect(poster()).toBe('/assets/awning-0-h5.jpg'));
  expect(server.to('POST /api/staff/codes').map(({ body }) => body)).toEqual([
    { target: { kind: 'product', id: '1' }, storeId: '51' },
  ]);
});

test('another look, picture or app is another poster; going back asks for none', async () => {
  const server = shopOf();
  await open();
  await waitFor(() => expect(poster()).toBe('/assets/awning-0-h5.jpg'));
  fireEvent.click(screen.getByText('长图'));
  await waitFor(() => expect(poster()).toBe('/assets/tall-0-h5.jpg'));
  fireEvent.click(await screen.findByLabelText('第 2 张'));
  await waitFor(() => expect(poster()).toBe('/assets/tall-1-h5.jpg'));
  fireEvent.click(screen.getByText('支付宝'));
  await waitFor(() => expect(poster()).toBe('/assets/tall-1-alipay.jpg'));
  fireEvent.click(screen.getByText('扫码网页'));
  await waitFor(() => expect(poster()).toBe('/assets/tall-1-h5.jpg'));
  expect(server.to(draw)).toHaveLength(4);
});

test('an app without codes says so and leaves the others; a busy server offers another try', async () => {
  const server = shopOf();
  server.set({
    [draw]: ({ body }) => refuse((body as { platform: string }).platform === 'tt' ? 'unsupported' : 'busy'),
  });
  await open();
  expect(await screen.findByText('画海报的人有点多，等一会儿再试')).toBeInTheDocument();
  fireEvent.click(screen.getByText('抖音'));
  expect(await screen.findByText('这个平台还出不了码，换一个平台就好')).toBeInTheDocument();
  expect(screen.queryByText('再试一次')).toBeNull();
  fireEvent.click(screen.getByText('微信'));
  await screen.findByText('画海报的人有点多，等一会儿再试');
  server.set({ [draw]: () => ({ url: '/assets/after-all.jpg' }) });
  fireEvent.click(screen.getByText('再试一次'));
  await waitFor(() => expect(poster()).toBe('/assets/after-all.jpg'));
});

test('the card for a customer carries the code in its path, and so do the words that are copied', async () => {
  shopOf();
  copyText.mockResolvedValue({ status: 'ok', code: '', value: null });
  const { fire } = await open();
  await waitFor(() => expect(poster()).toBeTruthy());
  const card = (await fire('onShareAppMessage')) as { title: string; path: string };
  expect(card.title).toBe('柿釉手作茶壶');
  expect(card.path).toMatch(/^\/mall\/product\/index\?id=1&k=KKKKKKK1&share=/);
  fireEvent.click(screen.getByText('复制链接'));
  await waitFor(() => expect(copyText).toHaveBeenCalledWith('柿釉手作茶壶 ¥129\nhttps://shop.example/s/KKKKKKK1'));
  expect(toast).toHaveBeenCalledWith('文案和链接复制好了');
});

test('the shop itself and a category are shared by their code alone, which opens the home page', async () => {
  shopOf().set({ 'GET /api/categories': () => ({ items: [] }) });
  for (const params of [{ kind: 'home' }, { kind: 'category', id: 'tea' }, { kind: 'nonsense', id: '1' }] as Record<
    string,
    string
  >[]) {
    document.body.innerHTML = '';
    const { fire, unmount } = await renderPage(Share, { params });
    await waitFor(() => expect(poster()).toBeTruthy());
    const { path } = (await fire('onShareAppMessage')) as { path: string };
    expect(path).toMatch(/^\/pages\/home\/index\?k=KKKKKKK1&share=/);
    unmount();
  }
});

test('from the whole shop one goes on to a category, which has a code of its own', async () => {
  const server = shopOf();
  server.set({ 'GET /api/categories': () => categoryList });
  await renderPage(Share, { params: { kind: 'home' } });
  fireEvent.click(await screen.findByText('当季鲜果'));
  await waitFor(() => expect(server.to('POST /api/staff/codes')).toHaveLength(2));
  expect(server.to('POST /api/staff/codes')[1]!.body).toEqual({
    target: { kind: 'category', id: 'fruit' },
    storeId: '51',
  });
  await waitFor(() => expect(poster()).toBeTruthy());
  fireEvent.click(screen.getByText('全店'));
  // known already
  await waitFor(() => expect(server.to('POST /api/staff/codes')).toHaveLength(2));
});

test('whoever refused the album for ever is shown the way to the settings', async () => {
  shopOf();
  await open();
  await waitFor(() => expect(poster()).toBeTruthy());
  saveImage.mockResolvedValueOnce({ status: 'ok', code: '', value: null });
  fireEvent.click(screen.getByText('存图片'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('海报下载好了'));
  expect(saveImage).toHaveBeenCalledWith('/assets/awning-0-h5.jpg');
  saveImage.mockResolvedValueOnce({ status: 'denied', code: '' });
  confirm.mockResolvedValueOnce(true);
  openSettings.mockResolvedValueOnce({ status: 'ok', code: '', value: null });
  await waitFor(() =>
    expect(screen.getByText('存图片').closest('.button')!.getAttribute('aria-disabled')).toBe('false'),
  );
  fireEvent.click(screen.getByText('存图片'));
  await waitFor(() => expect(openSettings).toHaveBeenCalledTimes(1));
});

test('a guide of two stores says for which one the code counts', async () => {
  const server = shopOf();
  const stores = [
    { id: '51', name: '湖滨店' },
    { id: '52', name: '滨江店' },
  ];
  server.set({ 'GET /api/staff': () => staffMe({ stores }) });
  await open();
  fireEvent.click(await screen.findByText('滨江店'));
  await waitFor(() => expect(server.to('POST /api/staff/codes')).toHaveLength(2));
  expect(server.to('POST /api/staff/codes')[1]!.body).toMatchObject({ storeId: '52' });
});

test('without its code nothing can be sent, and another try is offered', async () => {
  const server = shopOf();
  server.set({ 'POST /api/staff/codes': () => refuse('not_found') });
  await open();
  expect(await screen.findByText('码没有取到')).toBeInTheDocument();
  expect(screen.queryByText('发给顾客')).toBeNull();
});
