import { ScrollView, Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import type { ProductSummary } from '@/components/ProductCard';
import { SectionHead } from '@/components/SectionHead';
import { to } from '@/lib/routes';
import css from './Strip.module.scss';

interface StripProps {
  title: string;
  subtitle?: string;
  more?: { text: string; onTap(): void };
  /** `note` is a few words under the price. */
  items: readonly { product: ProductSummary; note?: string }[];
}

/** A row of small cards to be pushed sideways. */
export function Strip({ title, subtitle, more, items }: StripProps) {
  return (
    <Card>
      <View className={css.head}>
        <SectionHead title={title} {...(subtitle && { subtitle })} {...(more && { more })} />
      </View>
      <ScrollView scrollX className={css.scroller}>
        <View className={css.track}>
          {items.map(({ product, note }) => (
            <View
              key={product.id}
              className={css.item}
              role="link"
              aria-label={product.title}
              onClick={() => to.product(product.id)}
            >
              <Picture src={product.imageUrl} />
              <Text className={css.title}>{product.title}</Text>
              <Price fen={product.priceFen} size="s" hasRange={product.hasPriceRange} />
              {note && <Text className={css.note}>{note}</Text>}
            </View>
          ))}
        </View>
      </ScrollView>
    </Card>
  );
}
