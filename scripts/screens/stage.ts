import { Shopper, enterAsOwner } from './shopper';
import { askBack, type AftersaleName } from './stageAftersales';
import { hireStaff, type StaffStage } from './stageStaff';
import { openCard } from './stageMember';
import { longProduct, plainProduct } from './stageGoods';

/** Where the pictures are taken: a demo shop with people, and goods and orders in every state. */
export interface Stage {
  url: string;
  people: { regular: Shopper; newcomer: Shopper } & Pick<StaffStage, 'guide' | 'beginner' | 'applicant'>;
  staff: Omit<StaffStage, 'guide' | 'beginner' | 'applicant'>;
  /** Product ids. */
  goods: { teapot: string; long: string; soldOut: string; gone: string; plain: string };
  /** SKU ids, for a checkout of their own. */
  skus: { plain: string; long: string };
  /** Order ids. */
  orders: Record<OrderName | 'askedBack', string>;
  /** Of after-sale requests. */
  aftersales: Record<AftersaleName, string>;
}

export type OrderName = 'unpaid' | 'paid' | 'shipped' | 'done' | 'closed' | 'pickup' | 'long';

interface Card {
  id: string;
  title: string;
}
interface Product extends Card {
  skus: { id: string; optionValues: string[]; stock: number; priceFen: number }[];
  images: { url: string; alt: string }[];
  options: { name: string; values: string[] }[];
  /** Of a product as the console knows it. */
  revision?: number;
}
interface Owner {
  <T>(method: string, path: string, body?: object): Promise<T>;
}

const HOME = {
  name: '林小满',
  phone: '13800136620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号华星时代广场 A 座 1203 室',
};
const FAR = {
  ...HOME,
  detail: `${'灵隐街道玉泉社区浙大路三十八号玉泉校区'.repeat(2)}教学主楼西侧传达室`,
  name: '欧阳青禾',
};

/** Puts the people and the goods on the stage; `login` is the owner's. */
export async function setStage(url: string, login: { loginName: string; password: string }): Promise<Stage> {
  const owner: Owner = await enterAsOwner(url, login);
  const [regular, newcomer] = await Promise.all([Shopper.enter(url), Shopper.enter(url)]);
  const teapot = await findProduct(regular, '柿釉');
  const shelf = await regular.ask<{ items: Card[] }>('GET', '/api/products?sort=sales&limit=12&inStock=true');
  const some = await Promise.all(shelf.items.slice(0, 8).map(({ id }) => productOf(regular, id)));
  const picture = (index: number) => some[index]!.images[0]!.url;
  const long = await create(owner, longProduct(picture(7)));
  const soldOut = await create(owner, plainProduct('sold-out', '秋栗羊羹礼盒 卖完了的那一款', picture(3), 0));
  const gone = await create(owner, plainProduct('gone', '去年的桂花糕 收摊了', picture(4), 9));
  const onOffer = await create(owner, plainProduct('on-offer', '降价的桂花乌龙', picture(5), 9));
  const few = await create(owner, plainProduct('few', '只剩两只的手拉坯小杯', picture(2), 5));

  const address = await regular.ask<{ id: string }>('POST', '/api/addresses', HOME);
  await regular.ask('POST', '/api/addresses', FAR);
  await regular.ask('POST', '/api/addresses', { ...HOME, name: '林大爷', detail: '湖滨路 1 号' });
  const orders = await placeOrders(owner, regular, { address: address.id, some, long });
  const plain = some[1]!;
  const skus = { plain: buyable(plain), long: buyable(long) };
  const asking = { url, owner, person: regular, addressId: address.id, skus, picture: picture(0) };
  const { ids: aftersales, orderId: askedBack } = await askBack(asking);
  await fillCart(owner, regular, { some, long, few, gone });
  await keepGoods(owner, regular, { some, long, soldOut, gone, onOffer });
  const { items: stores } = await regular.ask<{ items: { id: string }[] }>('GET', '/api/stores');
  const { guide, beginner, applicant, ...staff } = await hireStaff({
    url,
    owner,
    regular,
    storeId: stores[0]!.id,
    goods: { productId: plain.id, longId: long.id, skuId: skus.plain, longSkuId: skus.long },
    pickupOrderId: orders.pickup,
  });
  await openCard(guide);
  return {
    url,
    people: { regular, newcomer, guide, beginner, applicant },
    staff,
    goods: { teapot: teapot.id, long: long.id, soldOut: soldOut.id, gone: gone.id, plain: plain.id },
    skus,
    orders: { ...orders, askedBack },
    aftersales,
  };
}

const productOf = (person: Shopper, id: string) => person.ask<Product>('GET', `/api/products/${id}`);

async function findProduct(person: Shopper, word: string): Promise<Product> {
  const { items } = await person.ask<{ items: Card[] }>('GET', `/api/products?q=${encodeURIComponent(word)}`);
  const card = items[0];
  if (!card) throw new Error(`the demo shop has no ${word}`);
  return productOf(person, card.id);
}

const buyable = ({ skus }: Product) => (skus.find(({ stock }) => stock === undefined || stock > 2) ?? skus[0]!).id;

const create = (owner: Owner, product: object) => owner<Product>('POST', '/admin/products', product);

interface Goods {
  address: string;
  some: Product[];
  long: Product;
}

async function placeOrders(
  owner: Owner,
  person: Shopper,
  { address, some, long }: Goods,
): Promise<Record<OrderName, string>> {
  const place = async (products: Product[], more: object = {}) => {
    const items = products.map((product, index) => ({ skuId: buyable(product), quantity: index === 0 ? 2 : 1 }));
    const way = { fulfilment: 'delivery', addressId: address };
    const { totalFen } = await person.ask<{ totalFen: number }>('POST', '/api/quotes', { items, ...way, ...more });
    const body = { items, ...way, ...more, expectedTotalFen: totalFen };
    return (await person.ask<{ id: string }>('POST', '/api/orders', body)).id;
  };
  const pay = async (orderId: string) => {
    const path = `/api/orders/${orderId}/payments`;
    const { intent } = await person.ask<{ intent: { tradeNo: string } }>('POST', path);
    await person.ask('POST', `/fake/trades/${intent.tradeNo}`, { action: 'pay' });
    await person.ask('POST', `${path}/check`);
    return orderId;
  };
  const ship = async (orderId: string) => {
    await owner('POST', `/admin/orders/${orderId}/shipments`, { carrier: '顺丰速运', trackingNo: 'SF1029384756610' });
    return orderId;
  };
  const closed = await place([some[2]!]);
  await person.ask('POST', `/api/orders/${closed}/cancel`, { reason: 'changed_mind' });
  const done = await place([some[3]!, some[4]!]).then(pay).then(ship);
  await person.ask('POST', `/api/orders/${done}/confirm`);
  const { items: stores } = await person.ask<{ items: { id: string }[] }>('GET', '/api/stores');
  const contact = { name: '林小满', phone: '13800136620' };
  const note = '请放在门口的竹筐里，按铃之后轻轻敲一下门，家里有刚睡着的小朋友，谢谢你们';
  return {
    closed,
    done,
    long: await place([long, ...some.slice(0, 4)], { note, invoice: INVOICE }).then(pay),
    shipped: await place([some[0]!]).then(pay).then(ship),
    paid: await place([some[5]!]).then(pay),
    pickup: await place([some[6]!], {
      fulfilment: 'pickup',
      addressId: undefined,
      pickup: { storeId: stores[0]!.id, contact },
    }).then(pay),
    unpaid: await place([some[1]!, some[0]!]),
  };
}

const INVOICE = {
  type: 'company',
  title: '杭州满觉陇桂花文化创意发展有限责任公司',
  taxNumber: '91330106MA2B0XYZ1T',
  email: 'invoice.department@manjuelong-osmanthus.example.com',
};

interface Kept {
  some: Product[];
  long: Product;
  few?: Product;
  gone: Product;
  soldOut?: Product;
  onOffer?: Product;
}

async function fillCart(owner: Owner, person: Shopper, { some, long, few, gone }: Kept): Promise<void> {
  for (const [product, quantity] of [
    [few!, 4],
    [gone, 1],
    [some[6]!, 1],
    [long, 1],
    [some[0]!, 2],
  ] as const) {
    await person.ask('POST', '/api/cart/items', { skuId: buyable(product), quantity });
  }
  await owner('PUT', `/admin/stock/${buyable(few!)}`, { onHand: 2, note: '盘点' });
  await owner('PUT', `/admin/products/${gone.id}/state`, { state: 'off_shelf' });
}

async function keepGoods(owner: Owner, person: Shopper, kept: Kept): Promise<void> {
  const { some, long, soldOut, gone, onOffer } = kept;
  for (const { id } of [...some.slice(0, 3), long, soldOut!, onOffer!]) {
    await person.ask('PUT', `/api/favourites/${id}`);
    await person.ask('PUT', `/api/history/${id}`);
  }
  await person.ask('POST', '/api/notices', { kind: 'restock', productId: soldOut!.id });
  await person.ask('POST', '/api/notices', { kind: 'price_drop', productId: onOffer!.id });
  await person.ask('POST', '/api/notices', { kind: 'price_drop', productId: some[0]!.id });
  void gone;
  const { images, skus, options } = onOffer!;
  const edit = { title: onOffer!.title, categoryIds: [], images, options, revision: onOffer!.revision };
  const cheaper = skus.map(({ optionValues, priceFen }) => ({ optionValues, priceFen: priceFen - 1500 }));
  await owner('PUT', `/admin/products/${onOffer!.id}`, { ...edit, skus: cheaper });
}
