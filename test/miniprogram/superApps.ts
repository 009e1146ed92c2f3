import type { LiveShop } from '../support/liveShop';
import type { NativeQuestion, Platform } from './engine/protocol';
import type { Script } from './engine/script';

/** One person of a super-app in front of a live shop: what their app answers, and what its servers then do. */
export interface Person {
  appId: string;
  /** Login, phone, and a cashier in which they pay. */
  script: Partial<Script>;
  /** Number and fen of the refunds that reached the person. */
  refunded(): number[];
}

const NUMBER = '13812345678';

/** Each person is known to its super-app as `o-ming`. */
export const people: Record<Platform, (shop: LiveShop) => Person> = {
  weapp: ({ wechat }) => ({
    appId: wechat.appId,
    script: {
      login: () => ({ outcome: 'ok' as const, value: { code: wechat.desk.login('o-ming') } }),
      phoneNumber: () => ({ outcome: 'ok' as const, value: { code: wechat.desk.phone(NUMBER) } }),
      requestPayment: async ({ params }): Promise<'ok'> => {
        const tradeNo = wechat.payDesk.openCashier(params as Parameters<typeof wechat.payDesk.openCashier>[0]);
        wechat.pay(tradeNo);
        await heard(wechat.notify({ tradeNo }));
        return 'ok';
      },
    },
    refunded: () => wechat.books().refunds.flatMap((refund) => (refund.state === 'SUCCESS' ? [refund.fen] : [])),
  }),
  alipay: ({ alipay }) => {
    let logins = 0;
    const sealed = () => {
      const { data, sign } = alipay.phone(NUMBER);
      return { encryptedData: data, sign };
    };
    return {
      appId: alipay.appId,
      script: {
        login: () => ({ outcome: 'ok' as const, value: { code: `o-ming.${++logins}` } }),
        phoneNumber: () => ({ outcome: 'ok' as const, value: sealed() }),
        requestPayment: async ({ params }): Promise<'ok'> => {
          const { tradeNO } = params as { tradeNO: string };
          alipay.pay(tradeNO);
          await heard(alipay.notify(tradeNO));
          return 'ok';
        },
      },
      refunded: () => alipay.books().refunds.flatMap((refund) => (refund.isDone ? [refund.cents] : [])),
    };
  },
  tt: (shop) => {
    const { douyin } = shop;
    let tradeNo = '';
    return {
      appId: douyin.config.TT_APP_ID!,
      script: {
        login: () => ({ outcome: 'ok' as const, value: { code: douyin.login('o-ming') } }),
        phoneNumber: () => ({ outcome: 'ok' as const, value: { code: douyin.phone(NUMBER) } }),
        requestOrder: ({ params }: NativeQuestion) => {
          const order = douyin.acceptOrder(params as { data: string; byteAuthorization: string });
          tradeNo = order.tradeNo;
          return { outcome: 'ok' as const, value: { orderId: order.orderId } };
        },
        requestPayment: async (): Promise<'ok'> => {
          douyin.pay(tradeNo);
          await heard(douyin.deliver(shop.url, douyin.notify('payment', tradeNo)));
          return 'ok';
        },
        openShop: ({ params }: NativeQuestion): 'ok' => {
          const { productId, skuId, skuAmount } = params as { productId: string; skuId: string; skuAmount: number };
          const more = { orderFen: 15900 };
          douyin.payShopOrder(douyin.shopOrder({ productId, skuId, quantity: skuAmount }, 'o-ming', more));
          return 'ok';
        },
      },
      refunded: () =>
        [...douyin.books().refunds.values()].flatMap((refund) => (refund.state === 'SUCCESS' ? [refund.fen] : [])),
    };
  },
};

/** The platform calls our server before it tells the phone; a refused call is the test's failure. */
async function heard(answer: Promise<number[] | { status: number }>): Promise<void> {
  const given = await answer;
  const statuses = Array.isArray(given) ? given : [given.status];
  if (statuses.some((status) => status >= 300))
    throw new Error(`our server answered the callback with ${statuses.join()}`);
}

/** Another person of the same super-app, who only logs in. */
export const loginAs: Record<Platform, (shop: LiveShop, who: string) => Partial<Script>> = {
  weapp: ({ wechat }, who) => ({
    login: () => ({ outcome: 'ok' as const, value: { code: wechat.desk.login(who) } }),
  }),
  alipay: (_shop, who) => {
    let logins = 0;
    return { login: () => ({ outcome: 'ok' as const, value: { code: `${who}.${++logins}` } }) };
  },
  tt: ({ douyin }, who) => ({ login: () => ({ outcome: 'ok' as const, value: { code: douyin.login(who) } }) }),
};
