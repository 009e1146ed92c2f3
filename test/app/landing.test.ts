import Taro from '@tarojs/taro';
import { codeOf, follow, invitationOf } from '@/landing';
import { useNetwork } from '@/lib/network';
import { useChosenCategory } from '@/lib/routes';
import { platform } from '@/platform';
import { TransportError, type LaunchInfo } from '@/platform/types';
import { fakeServer } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';

const scans = 'POST /api/codes/:token/scans';
const HOME = 'pages/home/index';
const opened = (query: Record<string, string>, path = HOME): LaunchInfo => ({ path, query, scene: '' });
const active = (kind: 'home' | 'product' | 'category' | 'page', id = '') => ({ state: 'active', target: { kind, id } });

// the app was entered without a code before
beforeEach(() => follow(opened({})));
afterEach(() => {
  jest.restoreAllMocks();
  useNetwork.setState({ state: 'up' });
});

test('a code leads on to its product, its category, its campaign page, or stays at home', async () => {
  const server = fakeServer({ [scans]: () => active('product', '12') });
  const visits = watchNavigation();
  await follow(opened({ k: 'AAAAAAA1' }));
  expect(server.to(scans).map(({ params }) => params.token)).toEqual(['AAAAAAA1']);
  expect(visits.splice(0)).toEqual(['navigateTo /mall/product/index?id=12']);
  server.set({ [scans]: () => active('category', 'tea') });
  await follow(opened({ k: 'AAAAAAA2' }));
  expect(visits.splice(0)).toEqual(['switchTab /pages/category/index']);
  expect(useChosenCategory.getState().slug).toBe('tea');
  server.set({ [scans]: () => active('page', 'spring') });
  await follow(opened({ k: 'AAAAAAA4' }));
  expect(visits.splice(0)).toEqual(['navigateTo /mall/page/index?slug=spring']);
  server.set({ [scans]: () => active('home') });
  await follow(opened({ k: 'AAAAAAA3' }));
  expect(visits).toEqual([]);
});

test.each(['expired', 'revoked'])('a code that is %s lands on a page that says so', async (state) => {
  fakeServer({ [scans]: () => ({ state, target: null }) });
  const visits = watchNavigation();
  await follow(opened({ k: 'BBBBBBB1' }));
  expect(visits).toEqual([`navigateTo /account/codeEnd/index?state=${state}`]);
});

test('a code that nobody knows, and what is no code at all, leave the shopper at home', async () => {
  const server = fakeServer({ [scans]: () => ({ state: 'unknown', target: null }) });
  const visits = watchNavigation();
  for (const k of ['CCCCCCC1', 'x', '../../..', '%E0%A4%A']) await follow(opened({ k }));
  expect(server.to(scans)).toHaveLength(1);
  expect(visits).toEqual([]);
});

test('coming back to the app with the same query is no new scan; a new one is followed', async () => {
  const server = fakeServer({ [scans]: () => active('product', '12') });
  const visits = watchNavigation();
  for (const k of ['DDDDDDD1', 'DDDDDDD1', 'DDDDDDD2']) await follow(opened({ k }));
  expect(server.to(scans)).toHaveLength(2);
  expect(visits).toHaveLength(2);
});

test('a code that came with another page is noted, and the page stays', async () => {
  const server = fakeServer({ [scans]: () => active('product', '12') });
  const visits = watchNavigation();
  await follow(opened({ k: 'EEEEEEE1' }, 'mall/product/index'));
  expect(server.to(scans)).toHaveLength(1);
  expect(visits).toEqual([]);
});

test('an invitation leads to its page, once, and counts as no scan', async () => {
  const server = fakeServer({});
  const visits = watchNavigation();
  for (let times = 0; times < 2; times++) await follow(opened({ invite: 'abcd2345', k: 'HHHHHHH1' }));
  expect(visits).toEqual(['navigateTo /staff/join/index?invite=ABCD2345']);
  expect(server.to(scans)).toHaveLength(0);
});

test('an invitation that came with its own page, and what is none, lead nowhere', async () => {
  fakeServer({});
  const visits = watchNavigation();
  await follow(opened({ invite: 'ABCD2346' }, 'staff/join/index'));
  for (const invite of ['', 'ABC', 'ABCD-2345', '../../..', '%E0%A4%A']) {
    expect(invitationOf(opened({ invite }))).toBeNull();
    await follow(opened({ invite }));
  }
  expect(visits).toEqual([]);
});

test('WeChat’s scene holds the token, encoded; elsewhere a scene is no code', () => {
  const scene = encodeURIComponent('FFFFFFF1');
  expect(codeOf(opened({ scene }))).toBeNull();
  const name = platform.name;
  try {
    Object.assign(platform, { name: 'weapp' });
    expect(codeOf(opened({ scene }))).toBe('FFFFFFF1');
    expect(codeOf(opened({ scene: 'a%3D1' }))).toBeNull();
    expect(codeOf(opened({ k: 'FFFFFFF2', scene }))).toBe('FFFFFFF2');
  } finally {
    Object.assign(platform, { name });
  }
});

describe('without a connection', () => {
  const offline = () => {
    throw new TransportError('offline', 'no network');
  };
  const back = async () => {
    useNetwork.setState({ state: 'down' });
    useNetwork.setState({ state: 'back' });
    await new Promise((resolve) => setTimeout(resolve, 0));
  };

  test.each([
    [HOME, ['navigateTo /mall/product/index?id=12']],
    ['pages/cart/index', []],
  ])('the shop is open; with the network back the code is followed from %s: %j', async (where, expected) => {
    const server = fakeServer({ [scans]: offline });
    const visits = watchNavigation();
    jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{ route: where }] as never);
    await follow(opened({ k: where === HOME ? 'GGGGGGG1' : 'GGGGGGG2' }));
    expect(visits).toEqual([]);
    server.set({ [scans]: () => active('product', '12') });
    await back();
    expect(server.to(scans).length).toBeGreaterThan(1);
    expect(visits).toEqual(expected);
    const asked = server.to(scans).length;
    await back();
    expect(server.to(scans)).toHaveLength(asked);
  });
});
