import type { ProductSource } from '../layouts';
import type { RouteInput } from '../routes';

/** What `GET /api/products` is asked for the same products. */
export function queryOf(source: ProductSource): RouteInput<'GET /api/products'>['query'] {
  switch (source.from) {
    case 'ids':
      return { ids: source.ids.join(','), limit: source.ids.length };
    case 'category':
      return { category: source.slug, sort: source.sort, limit: source.limit };
    case 'tag':
      return { tag: source.tag, limit: source.limit };
    case 'all':
      return { sort: source.sort, limit: source.limit };
  }
}
