import type { AssetStore } from '../assets/assetStore';
import type { CatalogueProduct } from '../products/catalogue';
import { composeArtwork } from './artwork';
import { demoProducts } from './demoProducts';
import { composeAll, pictureKey, type PictureJob } from './pictures';
import type { DemoProduct } from './shelf';

export interface SeedDemoOptions {
  assets: Pick<AssetStore, 'put' | 'putNamed'>;
  /** Writes the products by handle; called once, with all of them. */
  save(products: CatalogueProduct[]): Promise<void>;
  /** Pictures composed so far, and how many there will be. */
  onProgress?(done: number, total: number): void;
  /** Gives every picture this path and composes none, for tests that look at no pictures. */
  placeholder?: string;
}

const jobsOf = ({ pictures, skus }: DemoProduct): PictureJob[] => [
  ...pictures,
  ...skus.flatMap((sku) => sku.picture ?? []),
];

function asCatalogue({ pictures, skus, ...rest }: DemoProduct, pathOf: (job: PictureJob) => string): CatalogueProduct {
  return {
    ...rest,
    images: pictures.map((picture, i) => ({ url: pathOf(picture), alt: i ? `${rest.title} 图${i + 1}` : rest.title })),
    skus: skus.map(({ picture, ...sku }) => ({ ...sku, imageUrl: picture && pathOf(picture) })),
  };
}

/**
 * Fills an empty shop: composes every picture and the artwork of the home page, then saves the products. Running it
 * again gives the same handles, codes and picture paths. Their categories are `DEMO_CATEGORIES`, for the caller to keep.
 */
export async function seedDemo({ assets, save, onProgress, placeholder }: SeedDemoOptions): Promise<void> {
  if (placeholder !== undefined) {
    await save(demoProducts.map((product) => asCatalogue(product, () => placeholder)));
    return;
  }
  const paths = await composeAll(
    demoProducts.flatMap(jobsOf),
    (bytes) => assets.put(bytes, 'jpg'),
    (done, total) => onProgress?.(done, total),
  );
  for (const { name, bytes } of await composeArtwork()) await assets.putNamed(name, bytes);
  await save(
    demoProducts.map((product) =>
      asCatalogue(product, (job) => {
        const path = paths.get(pictureKey(job));
        if (!path) throw new Error(`No picture was composed for ${job.scene}`);
        return path;
      }),
    ),
  );
}
