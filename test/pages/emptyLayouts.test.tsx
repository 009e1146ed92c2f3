import { screen, waitFor } from '@testing-library/react';
import HomePage from '@/pages/home';
import { fakeServer } from '../support/storefront/fakeServer';
import { cards, categoryList, productPage } from '../support/storefront/goods';
import { layoutAnswer, pageOf, type Released } from '../support/storefront/layoutAnswers';
import { renderPage } from '../support/storefront/renderPage';
import { shop } from '../support/storefront/shopData';

const heading = (title: string) => ({ id: 'a', kind: 'heading', v: 1, props: { title, link: { type: 'none' } } });

test.each<[string, unknown[]]>([
  ['no block', []],
  ['only blocks whose time has not come', [{ ...heading('明年见'), visible: { from: '2099-01-01T00:00:00.000Z' } }]],
  ['only blocks that nobody knows', [{ id: 'x', kind: 'hologram', v: 1, props: {} }]],
  ['only blocks of a later version', [{ ...heading('九版'), v: 9 }]],
  ['only blocks that break', [{ id: 'best', kind: 'notice', v: 1, props: { items: null } }]],
])('a home page of %s is the bundled one, and the next release takes its place', async (_, blocks) => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let released: Released = { document: { contract: 1, page: 'home', title: '集市', blocks } };
  const server = fakeServer({
    'GET /api/shop': () => shop,
    'GET /api/categories': () => categoryList,
    'GET /api/products': () => productPage(cards(4)),
    'GET /api/layouts/:slug': (request) => layoutAnswer(request, released),
    'POST /api/layout-views': () => ({}),
  });
  const { fire } = await renderPage(HomePage);
  await waitFor(() => expect(server.to('POST /api/layout-views')).not.toHaveLength(0));
  expect((await screen.findAllByText('街坊都在买')).length).toBeGreaterThan(0);
  released = { document: pageOf('home', '中秋夜市'), etag: '"2"' };
  await fire('componentDidShow');
  expect(await screen.findByText('中秋夜市')).toBeInTheDocument();
  expect(screen.queryByText('街坊都在买')).toBeNull();
  log.mockRestore();
});
