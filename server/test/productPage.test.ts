import { readFacts, readVideo } from '../src/imports/readExtras';
import { SHOPIFY_HEADER } from './support/csv';
import { employee } from './support/employees';
import { faultsOf, importShop, type ImportShop } from './support/importShop';

let shop: ImportShop;
beforeAll(async () => {
  shop = await importShop();
});
afterAll(() => shop.close());

const draft = {
  handle: 'filmed-cup',
  title: '拍了片子的杯子',
  state: 'on_shelf',
  categoryIds: [],
  images: [{ url: '/assets/cup.jpg' }],
  skus: [{ optionValues: [], priceFen: 5900 }],
};
const video = { url: 'https://films.invalid/cup.mp4', posterUrl: '/assets/cup-poster.jpg' };
const facts = [
  { name: '材质', value: '高岭土' },
  { name: '容量', value: '180ml' },
];

test('a film and facts that the console gives are what a shopper sees, and leaving them out takes them away', async () => {
  const { send } = await employee(shop.test, 'operator');
  const made = await send('POST', '/admin/products', { ...draft, video, facts });
  expect(made).toMatchObject({ status: 201, body: { video, facts } });
  expect(await shop.productOf('filmed-cup')).toMatchObject({ video, facts });
  const { handle: _, state: __, ...fields } = draft;
  await send('PUT', `/admin/products/${made.body.id}`, { ...fields, revision: made.body.revision });
  expect(await shop.productOf('filmed-cup')).toMatchObject({ video: null, facts: [] });
});

test.each(['http://films.invalid/cup.mp4', 'https://films.invalid/cup.exe', 'javascript:alert(1).mp4'])(
  'the film %s is refused by the console',
  async (url) => {
    const { send } = await employee(shop.test, 'operator');
    const answer = await send('POST', '/admin/products', { ...draft, handle: 'bad-film', video: { url } });
    expect(answer.body.error.code).toBe('invalid_request');
  },
);

test('a file brings film and facts, and a later file without these columns leaves them alone', async () => {
  const row = { Handle: 'imported', Title: '茶壶', 'Variant Price': '59' };
  const header = [...SHOPIFY_HEADER, 'Video Src', 'Video Poster', 'Facts'];
  const whole = {
    ...row,
    'Video Src': video.url,
    'Video Poster': 'https://films.invalid/poster.jpg',
    Facts: '材质：高岭土；容量: 180ml',
  };
  expect(await shop.importRows([whole], header)).toMatchObject({ isImported: true });
  // this shop fetches no pictures
  const seen = { video: { url: video.url, posterUrl: '/assets/placeholder.jpg' }, facts };
  expect(await shop.productOf('imported')).toMatchObject(seen);
  await shop.importRows([{ ...row, 'Variant Price': '49' }]);
  expect(await shop.productOf('imported')).toMatchObject({ ...seen, priceFen: 4900 });
});

test('a film or facts that cannot be read refuse the file with their line', async () => {
  const header = [...SHOPIFY_HEADER, 'Video Src', 'Facts'];
  const row = { Handle: 'bad', Title: '茶壶', 'Variant Price': '59', 'Video Src': 'http://a.b/c.mp4', Facts: '材质' };
  expect(faultsOf(await shop.importRows([row], header))).toEqual([
    [2, '视频要是 https 开头、.mp4 结尾的地址（Video Src）'],
    [2, '参数“材质”要写成“名称：值”，名称至多 12 字，值至多 80 字（Facts）'],
  ]);
});

test('facts keep colons of their values, and a poster needs a film', () => {
  const faults: string[] = [];
  expect(readFacts('时间：9:00\n产地：杭州；', faults)).toEqual([
    { name: '时间', value: '9:00' },
    { name: '产地', value: '杭州' },
  ]);
  expect(faults).toEqual([]);
  expect(readVideo('', 'https://a.invalid/p.jpg', faults)).toBeNull();
  expect(faults).toHaveLength(1);
});
