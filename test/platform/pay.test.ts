import type { NativePayIntent } from '@/platform/types';
import { phones, type PhoneName } from './phones';
import { intents, type Script } from './script';

const superApps = ['weapp', 'alipay', 'tt'] as const;
const cashiers = { weapp: 'requestPayment', alipay: 'tradePay', tt: 'getOrderPayment' };
const inShop: NativePayIntent = { kind: 'tt_shop', shopId: 's', productId: 'p', skuId: 'k', quantity: 2 };

describe.each(superApps)('%s', (name) => {
  const pay = (script: Script) => phones[name](script).platform.pay(intents[name]);

  test.each(['unknown', 'processing', 'no network', 'no word'] as const)(
    'a cashier that ends with "%s" may have been paid: the server is asked',
    async (outcome) => {
      expect(await pay({ pay: outcome })).toMatchObject({ status: 'pending' });
    },
  );

  test('what the cashier calls a success is a hint like the others, and nothing more is opened', async () => {
    const { platform, calls } = phones[name]({ pay: 'paid' });
    expect(await platform.pay(intents[name])).toMatchObject({ status: 'ok', value: null });
    expect(calls.at(-1)!.name).toBe(cashiers[name]);
  });

  test('a version without a cashier is told from a cashier that failed', async () => {
    const result = await phones[name]({ absent: [cashiers[name]] }).platform.pay(intents[name]);
    expect(result).toEqual({ status: 'unsupported', code: 'absent' });
  });
});

describe.each(Object.keys(phones) as PhoneName[])('%s', (name) => {
  test('only the host of an intent opens it', async () => {
    const all: NativePayIntent[] = [...Object.values(intents), inShop];
    for (const intent of all) {
      const { platform, calls } = phones[name]({});
      const { status } = await platform.pay(intent);
      const isOwn = intent.kind === name || (name === 'tt' && intent.kind === 'tt_shop');
      expect([intent.kind, status === 'unsupported', calls.length > 0]).toEqual([intent.kind, !isOwn, isOwn]);
    }
  });
});

describe('tt and its shop', () => {
  const open = async (shop: NonNullable<Script['shop']>) => {
    const { platform, calls } = phones.tt({ shop });
    return { result: await platform.pay(inShop), calls };
  };

  test('the shop gets what the server named, and is never believed to be paid', async () => {
    const { result, calls } = await open('opened');
    expect(result).toMatchObject({ status: 'pending' });
    const options = { shopId: 's', productId: 'p', skuId: 'k', skuAmount: 2 };
    expect(calls).toEqual([{ name: 'openEcOrder', options }]);
  });

  test.each([
    ['not granted', 'unsupported'],
    ['old host', 'unsupported'],
    ['no plugin', 'unsupported'],
    ['guest', 'failed'],
    ['not bound', 'failed'],
    ['closed', 'cancelled'],
    ['unknown', 'pending'],
  ] as const)('a shop that ends %s is %s', async (shop, status) => {
    expect((await open(shop)).result).toMatchObject({ status });
  });

  test('a host that knows no plugins opens nothing', async () => {
    const { platform } = phones.tt({ absent: ['requirePlugin'] });
    expect(await platform.pay(inShop)).toMatchObject({ status: 'unsupported' });
  });
});

describe('h5', () => {
  test('goes to the cashier, from which nobody hears here', async () => {
    const { platform, calls } = phones.h5({});
    expect(await platform.pay(intents.h5)).toMatchObject({ status: 'pending' });
    expect(calls).toEqual([{ name: 'leave', options: { url: 'https://cashier.invalid/pay?id=1' } }]);
  });

  test('a link that is no address is not followed', async () => {
    const { platform, calls } = phones.h5({});
    expect(await platform.pay({ kind: 'h5', url: 'javascript:alert(1)' })).toMatchObject({ status: 'unsupported' });
    expect(calls).toEqual([]);
  });
});
