import type { Context } from '../../server/src/context';
import { createEmployee } from '../../server/src/employees/employees';
import { askAs, type Ask } from './caller';

/** A product with one SKU. */
export interface Goods {
  productId: string;
  skuId: string;
  title: string;
}

type NewGoods = { title: string; priceFen: number; stock?: number; weightGrams?: number };
type NewStore = { name: string; lat: number; lng: number; opensAt: string; closesAt: string };

interface Rule {
  name: string;
  regions: string[];
  isServed?: boolean;
  reason?: string;
  firstFen: number;
  additionalFen: number;
  freeFromFen: number | null;
}

/** What the people behind a shop do, through the console's API alone. Money in fen, weight in grams. */
export type Merchant = ReturnType<typeof actAs>;

const RETURN_TO = {
  name: '集市售后',
  phone: '0571-88886666',
  province: '浙江省',
  city: '杭州市',
  district: '滨江区',
  detail: '江南大道 228 号 2 号仓',
};
const PASSWORD = 'a long password';
let made = 0;

/** A new owner of the running shop, signed in. */
export async function merchantOf({ url, ctx }: { url: string; ctx: Context }): Promise<Merchant> {
  const loginName = `owner-${++made}`;
  await createEmployee(ctx, { loginName, password: PASSWORD, name: '店主', role: 'owner' });
  return actAs(url, await signIn(url, loginName));
}

async function signIn(url: string, loginName: string): Promise<Ask> {
  const { token } = await askAs(url)('POST', '/admin/sessions', { loginName, password: PASSWORD });
  return askAs(url, token);
}

function actAs(url: string, ask: Ask) {
  return {
    async shelve({ title, priceFen, stock = 20, weightGrams }: NewGoods): Promise<Goods> {
      const fields = { title, handle: `goods-of-owner-${++made}`, state: 'on_shelf', categoryIds: [], images: [] };
      const skus = [{ optionValues: [], priceFen, stock, weightGrams: weightGrams ?? null }];
      const product = await ask('POST', '/admin/products', { ...fields, skus });
      return { productId: product.id, skuId: product.skus[0].id, title };
    },
    /** Which product and SKU of the Douyin shop one of ours is. */
    async sellOnDouyin(skuId: string, shopSku: { shopProductId: string; shopSkuId: string }): Promise<void> {
      await ask('PUT', `/admin/skus/${skuId}/tt-shop`, shopSku);
    },
    async setPrice({ productId }: Goods, priceFen: number): Promise<void> {
      const product = await ask('GET', `/admin/products/${productId}`);
      const skus = product.skus.map((sku: object) => ({ ...sku, priceFen }));
      await ask('PUT', `/admin/products/${productId}`, { ...product, skus });
    },
    takeOff: ({ productId }: Goods): Promise<void> =>
      ask('PUT', `/admin/products/${productId}/state`, { state: 'off_shelf' }),
    setStock: ({ skuId }: Pick<Goods, 'skuId'>, onHand: number): Promise<void> =>
      ask('PUT', `/admin/stock/${skuId}`, { onHand, note: '盘点' }),
    /** The first kilogram and each one more. */
    addRule: (rule: Rule): Promise<void> =>
      ask('POST', '/admin/shipping-rules', { firstGrams: 1000, additionalGrams: 1000, ...rule }),
    openStore: (store: NewStore): Promise<{ id: string }> =>
      ask('POST', '/admin/stores', {
        phone: '0571-88886666',
        province: '浙江省',
        city: '杭州市',
        district: '西湖区',
        detail: `${store.name}门口`,
        ...store,
      }),
    ship: (orderId: string, trackingNo: string): Promise<void> =>
      ask('POST', `/admin/orders/${orderId}/shipments`, { carrier: '顺丰速运', trackingNo }),
    /** Where returned goods go. */
    saveReturnAddress: (): Promise<void> => ask('PUT', '/admin/return-address', RETURN_TO),
    approveAftersale: (id: string, answer: string): Promise<void> =>
      ask('POST', `/admin/aftersales/${id}/approve`, { answer }),
    /** The goods are back; so many of them go on the shelf again. */
    receiveAftersale: (id: string, restocked: { skuId: string; quantity: number }[]): Promise<void> =>
      ask('POST', `/admin/aftersales/${id}/receive`, { restocked }),
    /** What the carrier says about a parcel just now. */
    follow: (trackingNo: string, text: string): Promise<void> =>
      ask('POST', '/admin/shipment-events', { items: [{ trackingNo, text, happenedAt: new Date().toISOString() }] }),
    /** An invitation for one person to become a guide of a store. */
    inviteGuide: (storeId: string, name: string): Promise<{ id: string; token: string }> =>
      ask('POST', '/admin/staff-invitations', { storeId, name }),
    approveGuide: (invitationId: string): Promise<void> =>
      ask('POST', `/admin/staff-invitations/${invitationId}/decision`, { isApproved: true }),
    /** A new member of a store's staff, signed in at its counter. */
    async hire(storeId: string): Promise<Ask> {
      const loginName = `staff-${++made}`;
      const person = { loginName, password: PASSWORD, name: '小王', role: 'staff', storeIds: [storeId] };
      await ask('POST', '/admin/employees', person);
      return signIn(url, loginName);
    },
  };
}
