import type { Product } from './chooseSku';

export type Slide =
  { kind: 'film'; url: string; posterUrl: string | null } | { kind: 'picture'; url: string; alt: string };

/** What the gallery shows in order: the film first, under its poster or the first picture, then every picture. */
export function slidesOf({ video, images }: Pick<Product, 'video' | 'images'>): Slide[] {
  const pictures = images.map(({ url, alt }) => ({ kind: 'picture' as const, url, alt }));
  if (!video) return pictures;
  return [{ kind: 'film', url: video.url, posterUrl: video.posterUrl ?? images[0]?.url ?? null }, ...pictures];
}
