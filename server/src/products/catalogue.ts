/** A product as it enters the shop, whatever its origin: import file, demo shop, console. Money in fen. */
export interface CatalogueProduct {
  handle: string; // unique, lower case
  title: string;
  subtitle: string;
  descriptionHtml: string; // sanitised on save
  vendor: string;
  /** Category paths, parent first: ['茶与咖啡', '乌龙茶']; at most two levels. The first path is the main one. */
  categories: string[][];
  tags: string[];
  state: 'on_shelf' | 'off_shelf';
  options: { name: string; values: string[] }[]; // 0..3 axes
  images: { url: string; alt: string }[];
  /** An mp4 and the picture that stands for it; absent or null: no film. */
  video?: { url: string; posterUrl: string | null } | null;
  /** The table of facts, in the order in which it is read. */
  facts?: { name: string; value: string }[];
  skus: CatalogueSku[];
  salesCount?: number;
}

export interface CatalogueSku {
  code: string | null;
  optionValues: string[]; // one per option, [] when the product has no options
  priceFen: number;
  compareAtFen: number | null;
  /** Units on hand; null leaves what the shop has, which is 0 for a new SKU. */
  stock: number | null;
  imageUrl: string | null;
  weightGrams: number | null;
  barcode: string | null;
}

/** A category that is known beforehand, with the slug and picture it shall have. */
export interface CatalogueCategory {
  name: string;
  slug: string;
  imageUrl: string | null;
  position: number;
  children?: Omit<CatalogueCategory, 'children'>[];
}

/** What a source says nothing about, so that products already in the shop keep theirs. */
export type KeptField =
  | 'subtitle'
  | 'descriptionHtml'
  | 'vendor'
  | 'categories'
  | 'tags'
  | 'state'
  | 'images'
  | 'video'
  | 'facts'
  | 'code'
  | 'compareAtFen'
  | 'skuImages'
  | 'weightGrams'
  | 'barcode';
