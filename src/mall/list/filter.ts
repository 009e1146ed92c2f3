import type { ListProductsQuery } from '@/api/products';

/** What the sheet narrows a list by; prices in yuan as typed, empty for no bound. */
export interface Filter {
  minYuan: string;
  maxYuan: string;
  isInStock: boolean;
  /** A category's slug, empty for all. */
  category: string;
}

export const NO_FILTER: Filter = { minYuan: '', maxYuan: '', isInStock: false, category: '' };

const LARGEST_YUAN = 10_000_000;

/** The filter as the server takes it. Bounds the wrong way round are turned; what is no price is no bound. */
export function toQuery(filter: Filter): Pick<ListProductsQuery, 'priceMin' | 'priceMax' | 'inStock' | 'category'> {
  const [min, max] = [readFen(filter.minYuan), readFen(filter.maxYuan)];
  const isTurned = min !== null && max !== null && min > max;
  const [low, high] = isTurned ? [max, min] : [min, max];
  return {
    ...(low !== null && { priceMin: low }),
    ...(high !== null && { priceMax: high }),
    ...(filter.isInStock && { inStock: 'true' as const }),
    ...(filter.category && { category: filter.category }),
  };
}

/** How many of its parts narrow the list. */
export function countOf(filter: Filter): number {
  return Object.keys(toQuery(filter)).length;
}

function readFen(yuan: string): number | null {
  const value = Number(yuan);
  if (yuan.trim() === '' || !(value >= 0 && value <= LARGEST_YUAN)) return null;
  return Math.round(value * 100);
}
