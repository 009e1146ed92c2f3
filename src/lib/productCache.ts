import type { QueryClient } from '@tanstack/react-query';
import type { RouteInput, RouteOk } from '@jishi/contract/routes';

type ProductPage = RouteOk<'GET /api/products'>;
type Query = RouteInput<'GET /api/products'>['query'];
type ProductSummary = ProductPage['items'][number];

/** Keys of what several features read about products. */
export const productKeys = {
  categories: ['categories'] as const,
  /** One page of a list, as a block shows it. */
  page: (query: Query) => ['products', 'page', query] as const,
  /** A list that grows; its data has another shape, so its key must differ. */
  endless: (query: Query) => ['products', 'endless', query] as const,
  /** Under `products` too, so that a card tapped here is drawn at once. */
  related: (productId: string) => ['products', 'related', productId] as const,
  together: (productId: string) => ['together', productId] as const,
  one: (productId: string) => ['product', productId] as const,
};

/** A product's card from any list already loaded, to draw its page before the page's own answer. */
export function findCard(client: QueryClient, productId: string): ProductSummary | undefined {
  const lists = client.getQueriesData<ProductPage | { pages: ProductPage[] }>({ queryKey: ['products'] });
  for (const [, data] of lists) {
    const pages = data === undefined ? [] : 'pages' in data ? data.pages : [data];
    for (const page of pages) {
      const card = page.items.find(({ id }) => id === productId);
      if (card) return card;
    }
  }
  return undefined;
}
