import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Page } from '@/components/Page';
import { Price } from '@/components/Price';
import { Tag } from '@/components/Tag';
import { salesText } from '@/components/salesText';
import { back, type CheckoutItem } from '@/lib/routes';
import { Actions } from './Actions';
import { Description } from './Description';
import { Gallery } from './Gallery';
import { InfoRows } from './InfoRows';
import { RelatedProducts } from './RelatedProducts';
import { SkuSheet, type Intent } from './SkuSheet';
import { WaitingRows } from './Waiting';
import { startChoice, type Choice, type Product } from './chooseSku';
import css from './Loaded.module.scss';

interface LoadedProps {
  product: Product;
  /** Only the card's data so far: options, rows and description are still on their way. */
  isPartial: boolean;
  /** Opens with the options at hand. */
  isChoosing: boolean;
  /** The line of the cart for which another SKU is chosen here. */
  changed: CheckoutItem | null;
  cartCount: number;
  /** The server refused what this page shows. */
  onStale(): void;
}

export function Loaded({ product, isPartial, isChoosing, changed, cartCount, onStale }: LoadedProps) {
  const [picked, setPicked] = useState<Choice | null>(null);
  const [quantity, setQuantity] = useState(changed?.quantity ?? 1);
  const [intent, setIntent] = useState<Intent | null>(changed ? 'change' : isChoosing ? 'both' : null);
  const choice = picked?.length === product.options.length ? picked : startChoice(product, changed?.skuId);

  return (
    <Page
      nav="none"
      bottomBar={<Actions product={product} isPartial={isPartial} cartCount={cartCount} onTap={setIntent} />}
    >
      <Gallery product={product} />
      <Head product={product} />
      {isPartial ? (
        <WaitingRows />
      ) : (
        <>
          <InfoRows product={product} choice={choice} quantity={quantity} onChoose={() => setIntent('both')} />
          <Description html={product.descriptionHtml} />
          <RelatedProducts productId={product.id} />
        </>
      )}
      {!isPartial && !product.isSoldOut && intent && (
        <SkuSheet
          product={product}
          choice={choice}
          quantity={quantity}
          intent={intent}
          changedId={changed?.skuId}
          onChoice={setPicked}
          onQuantity={setQuantity}
          onClose={() => (intent === 'change' ? back() : setIntent(null))}
          onStale={onStale}
        />
      )}
    </Page>
  );
}

function Head({ product }: { product: Product }) {
  return (
    <View className={css.head}>
      <View className={css.money}>
        <Price fen={product.priceFen} size="xl" hasRange={product.hasPriceRange} wasFen={product.compareAtFen} />
        <Text className={css.sales}>{salesText(product.salesCount)}</Text>
      </View>
      <Text className={css.title} userSelect>
        {product.title}
      </Text>
      {product.subtitle && <Text className={css.subtitle}>{product.subtitle}</Text>}
      {(product.tags.length > 0 || product.isSoldOut) && (
        <View className={css.tags}>
          {product.isSoldOut && <Tag tone="warn">已售罄，补货中</Tag>}
          {product.tags.map((tag, index) => (
            <Tag key={tag} tone={index === 0 ? 'primary' : 'neutral'}>
              {tag}
            </Tag>
          ))}
        </View>
      )}
    </View>
  );
}
