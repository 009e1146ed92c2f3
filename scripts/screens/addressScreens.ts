import type { Screen } from './screen';

/** Where parcels go. */
export const addressScreens: Screen[] = [
  {
    name: 'addresses',
    page: 'addresses',
    kind: 'filled',
    ready: '新增地址',
    look: 'Two lines of a long address, then the person; removal at the side',
  },
  {
    name: 'addresses-form',
    page: 'addresses',
    kind: 'detail',
    ready: '新增地址',
    act: async ({ tap, page }) => {
      await tap('新增地址');
      await page.getByText('保存并使用').filter({ visible: true }).tap();
    },
    look: 'Each wrong field is framed, and the first fault is said',
  },
  {
    name: 'addresses-regions',
    page: 'addresses',
    kind: 'detail',
    ready: '新增地址',
    act: async ({ tap, sees }) => {
      await tap('新增地址');
      await tap('省、市、区县');
      await tap('浙江省');
      await tap('杭州市');
      await sees('西湖区');
    },
    look: 'Three steps; what is chosen stays on top',
  },
  {
    name: 'addresses-pasted',
    page: 'addresses',
    kind: 'detail',
    ready: '新增地址',
    act: async ({ page, tap, sees }) => {
      await tap('新增地址');
      await page
        .locator('textarea:visible')
        .fill('收货人：欧阳青禾 138-1234-5678 浙江杭州西湖区文三路478号华星时代广场A座1203室');
      await tap('识别');
      await sees(/西湖区/);
      await page.waitForTimeout(300);
    },
    look: 'The pasted text stays, the fields are filled',
  },
  {
    name: 'addresses-loading',
    page: 'addresses',
    kind: 'loading',
    hold: '/api/addresses',
    ready: '收货地址',
    look: 'Cards in their measures',
  },
  {
    name: 'addresses-error',
    page: 'addresses',
    kind: 'error',
    fail: { path: '/api/addresses', status: 503 },
    ready: '重新加载',
    look: 'The bar stays: one can still add one',
  },
  {
    name: 'addresses-empty',
    page: 'addresses',
    kind: 'empty',
    who: 'newcomer',
    ready: '还没有收货地址',
    look: 'Says what it is good for',
  },
];
