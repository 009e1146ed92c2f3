import { sql as raw, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ProductCard } from '@jishi/contract/products';

/** A product row as the card needs it. */
export interface CardRow {
  product_id: string;
  title: string;
  subtitle: string;
  images: { url: string; alt: string }[];
  price_fen: string;
  max_price_fen: string;
  compare_at_fen: string | null;
  tags: string[];
  sales_count: number;
  is_sold_out: boolean;
}

export const CARD_COLUMNS = [
  'product_id',
  'title',
  'subtitle',
  'images',
  'price_fen',
  'max_price_fen',
  'compare_at_fen',
  'tags',
  'sales_count',
] as const;

/** True when no SKU of `products` can be bought. */
export const isSoldOut: RawBuilder<boolean> = raw<boolean>`not exists (
  select 1 from skus k join stock s on s.sku_id = k.sku_id
  where k.product_id = products.product_id and k.state = 'on_shelf' and s.on_hand > s.reserved)`;

export function toCard(row: CardRow): z.output<typeof ProductCard> {
  return {
    id: row.product_id,
    title: row.title,
    subtitle: row.subtitle,
    imageUrl: row.images[0]?.url ?? null,
    priceFen: Number(row.price_fen),
    hasPriceRange: row.price_fen !== row.max_price_fen,
    compareAtFen: row.compare_at_fen === null ? null : Number(row.compare_at_fen),
    tags: row.tags,
    isSoldOut: row.is_sold_out,
    salesCount: row.sales_count,
  };
}
