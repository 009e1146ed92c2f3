import type { Product, ProductCard, ProductPage } from '@/api/products';

/** Goods of a small shop, for tests that look at shelves and product pages. */
export function card(change: Partial<ProductCard> = {}): ProductCard {
  return {
    id: '1',
    title: '柿釉手作茶壶',
    subtitle: '出水利落不滴漏',
    imageUrl: '/assets/teapot.jpg',
    priceFen: 15900,
    hasPriceRange: false,
    compareAtFen: 21900,
    tags: ['手作'],
    isSoldOut: false,
    salesCount: 1204,
    ...change,
  };
}

export function productPage(items: ProductCard[], nextCursor: string | null = null): ProductPage {
  return { items, nextCursor };
}

/** `count` cards with ids and titles from `from` on. */
export function cards(count: number, from = 1): ProductCard[] {
  return Array.from({ length: count }, (_, index) => card({ id: String(from + index), title: `好货 ${from + index}` }));
}

/** Two axes: 杏白 exists in 120ml without stock, 竹青 only in 180ml. */
export function teapot(change: Partial<Product> = {}): Product {
  const sku = (id: string, optionValues: string[], priceFen: number, stock: number) => ({
    id,
    optionValues,
    priceFen,
    stock,
    compareAtFen: null,
    imageUrl: `/assets/${optionValues[0]}.jpg`,
  });
  return {
    ...card({ priceFen: 12900, hasPriceRange: true, compareAtFen: null }),
    handle: 'teapot',
    state: 'on_shelf',
    vendor: '景德镇老窑',
    images: [
      { url: '/assets/teapot.jpg', alt: '' },
      { url: '/assets/teapot2.jpg', alt: '' },
    ],
    options: [
      { name: '釉色', values: ['柿红', '杏白', '竹青'] },
      { name: '容量', values: ['120ml', '180ml'] },
    ],
    skus: [
      sku('11', ['柿红', '120ml'], 12900, 3),
      sku('12', ['柿红', '180ml'], 15900, 9),
      sku('13', ['杏白', '120ml'], 12900, 0),
      sku('14', ['杏白', '180ml'], 15900, 5),
      sku('15', ['竹青', '180ml'], 16900, 2),
    ],
    descriptionHtml: '<p>一壶刚好两杯。</p>',
    categories: [{ id: '3', name: '茶器' }],
    video: null,
    facts: [
      { name: '材质', value: '高岭土 / 柿红釉' },
      { name: '产地', value: '江西景德镇' },
    ],
    ...change,
  };
}

export const categoryList = {
  items: [
    {
      id: '1',
      slug: 'tea',
      name: '茶与咖啡',
      imageUrl: '/assets/tea.png',
      children: [{ id: '3', slug: 'teaware', name: '茶器', imageUrl: null }],
    },
    { id: '2', slug: 'fruit', name: '当季鲜果', imageUrl: null, children: [] },
  ],
};
