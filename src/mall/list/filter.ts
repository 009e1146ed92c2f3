import type { ListProductsQuery } from '@/api/products';

/** What the sheet narrows a list by; prices in yuan as typed, empty for no bound. */
export interface Filter {
  minYuan: string;
  maxYuan: string;
  isInStock: boolean;
  /** A category's slug, empty for all. */
  category: string;
  /** Values by the name of an option, such as 颜色; a name without values is absent. */
  attributes: Record<string, readonly string[]>;
}

export const NO_FILTER: Filter = { minYuan: '', maxYuan: '', isInStock: false, category: '', attributes: {} };

type FilterQuery = Pick<ListProductsQuery, 'priceMin' | 'priceMax' | 'inStock' | 'category' | 'attributes'>;

const LARGEST_YUAN = 10_000_000;

/** The filter as the server takes it. Bounds the wrong way round are turned; what is no price is no bound. */
export function toQuery(filter: Filter): FilterQuery {
  const [min, max] = [readFen(filter.minYuan), readFen(filter.maxYuan)];
  const pairs = Object.keys(filter.attributes).flatMap((name) =>
    filter.attributes[name]!.map((value) => `${name}:${value}`),
  );
  const isTurned = min !== null && max !== null && min > max;
  const [low, high] = isTurned ? [max, min] : [min, max];
  return {
    ...(low !== null && { priceMin: low }),
    ...(high !== null && { priceMax: high }),
    ...(filter.isInStock && { inStock: 'true' as const }),
    ...(filter.category && { category: filter.category }),
    ...(pairs.length > 0 && { attributes: pairs.join(',') }),
  };
}

/** How many of its parts narrow the list; the values of one name are one part. */
export function countOf(filter: Filter): number {
  const { attributes: _, ...parts } = toQuery(filter);
  return Object.keys(parts).length + Object.keys(filter.attributes).length;
}

/** With a value of a name chosen, or let go when it was. */
export function turn(attributes: Filter['attributes'], name: string, value: string): Filter['attributes'] {
  const { [name]: chosen = [], ...others } = attributes;
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return values.length > 0 ? { ...others, [name]: values } : others;
}

function readFen(yuan: string): number | null {
  const value = Number(yuan);
  if (yuan.trim() === '' || !(value >= 0 && value <= LARGEST_YUAN)) return null;
  return Math.round(value * 100);
}
