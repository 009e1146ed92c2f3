import { shared } from '@/lib/routes';
import { serverUrl } from '@/lib/serverUrl';
import { useSharing } from '@/lib/useSharing';
import type { SharedPage } from '@/platform/sharedPage';
import type { Product } from './chooseSku';

/** The product's card, handed to whatever the super-app shares it by; the host shows the picture 5:4. */
export function useShareProduct({ id, title, imageUrl }: Pick<Product, 'id' | 'title' | 'imageUrl'>): SharedPage {
  const page = { title, path: shared.product(id), imageUrl: imageUrl ? serverUrl(imageUrl) : undefined };
  useSharing(page);
  return page;
}
