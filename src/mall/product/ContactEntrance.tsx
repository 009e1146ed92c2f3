import { Text } from '@tarojs/components';
import { shared } from '@/lib/routes';
import { serverUrl } from '@/lib/serverUrl';
import { ContactButton } from '@/platform/ContactButton';
import type { Product } from './chooseSku';
import { useTerms } from './useTerms';
import css from './ContactEntrance.module.scss';

/** Customer service in the bar at the bottom, asked about this product; absent where nobody can be reached. */
export function ContactEntrance({ product }: { product: Pick<Product, 'id' | 'title' | 'imageUrl'> }) {
  const contact = useTerms()?.contact;
  if (!contact) return null;
  const { id, title, imageUrl } = product;
  const about = { title, path: shared.product(id), imageUrl: imageUrl ? serverUrl(imageUrl) : undefined };
  return (
    <ContactButton className={css.contact!} contact={contact} about={about}>
      <Text className={css.headset} />
      <Text className={css.word}>客服</Text>
    </ContactButton>
  );
}
