import type { ProductSummary } from '@/components/ProductCard';
import type { Product } from './chooseSku';

/** A product's page as far as its card knows it; nothing can be chosen until the rest has come. */
export function fromCard(card: ProductSummary): Product {
  return {
    ...card,
    handle: '',
    state: 'on_shelf',
    vendor: '',
    images: card.imageUrl === null ? [] : [{ url: card.imageUrl, alt: card.title }],
    options: [],
    skus: [],
    descriptionHtml: '',
    categories: [],
    video: null,
    facts: [],
  };
}
