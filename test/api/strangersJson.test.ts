import * as account from '@/api/account';
import * as addresses from '@/api/addresses';
import * as aftersales from '@/api/aftersales';
import * as carts from '@/api/carts';
import * as favourites from '@/api/favourites';
import * as history from '@/api/history';
import * as notices from '@/api/notices';
import * as orders from '@/api/orders';
import * as products from '@/api/products';
import * as search from '@/api/search';
import * as shop from '@/api/shop';
import * as stores from '@/api/stores';
import { platform } from '@/platform';

/** Their answer is empty, so there is nothing to tell ours by. */
const SAY_NOTHING = ['deleteAddress', 'deleteOrder', 'recordVisit', 'removeVisit', 'clearHistory', 'removeNotice'];

const doors = {
  account,
  addresses,
  aftersales,
  carts,
  favourites,
  history,
  notices,
  orders,
  products,
  search,
  shop,
  stores,
};
const calls = Object.values(doors)
  .flatMap((door) => Object.entries(door as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>))
  .filter(([name]) => !SAY_NOTHING.includes(name));

const SESSION = { token: 'token-1', userId: '1', visitId: '1', expiresAt: '2100-01-01T00:00:00.000Z' };

test.each(calls)('%s takes no success for its own that holds nothing of it', async (_, call) => {
  jest.spyOn(platform, 'login').mockResolvedValue({ status: 'ok', code: 'ok', value: 'login-code' });
  jest
    .spyOn(platform, 'request')
    .mockImplementation(async ({ url }) =>
      url.endsWith('/api/sessions')
        ? { status: 201, body: JSON.stringify(SESSION) }
        : { status: 200, body: '{"welcome":"to the hotel"}' },
    );
  await expect(call('1', {}, '1')).rejects.toMatchObject({ code: 'bad_answer', status: 200 });
});
