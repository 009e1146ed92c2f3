import { useState } from 'react';
import { Page } from '@/components/Page';
import { back, type CheckoutItem } from '@/lib/routes';
import { RecentlyViewed } from '../RecentlyViewed';
import { Actions } from './Actions';
import { BoughtTogether } from './BoughtTogether';
import { Description } from './Description';
import { Gallery } from './Gallery';
import { Head } from './Head';
import { InfoRows, type Explained } from './InfoRows';
import { RelatedProducts } from './RelatedProducts';
import { SkuSheet, type Intent } from './SkuSheet';
import { TermsSheet } from './TermsSheet';
import { WaitingRows } from './Waiting';
import { startChoice, type Choice, type Product } from './chooseSku';
import { priceLines } from './priceWords';
import { useShareProduct } from './useShareProduct';
import { useShipping } from './useShipping';
import { useTerms } from './useTerms';

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
  const [explained, setExplained] = useState<Explained | null>(null);
  const shipping = useShipping();
  const terms = useTerms();
  const page = useShareProduct(product);
  const choice = picked?.length === product.options.length ? picked : startChoice(product, changed?.skuId);

  return (
    <Page
      nav="none"
      bottomBar={<Actions product={product} isPartial={isPartial} cartCount={cartCount} onTap={setIntent} />}
    >
      <Gallery product={product} />
      <Head product={product} page={page} isPartial={isPartial} onExplain={() => setExplained('price')} />
      {isPartial ? (
        <WaitingRows />
      ) : (
        <>
          <InfoRows
            product={product}
            choice={choice}
            quantity={quantity}
            shipping={shipping}
            terms={terms}
            onChoose={() => setIntent('both')}
            onExplain={setExplained}
          />
          <BoughtTogether productId={product.id} />
          <Description product={product} />
          <RelatedProducts productId={product.id} />
          <RecentlyViewed exceptId={product.id} />
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
      {explained === 'price' && (
        <TermsSheet
          title="价格说明"
          lines={priceLines(product, terms?.discounts ?? [], shipping)}
          onClose={() => setExplained(null)}
        />
      )}
      {explained === 'services' && (
        <TermsSheet
          title="服务说明"
          lines={(terms?.services ?? []).map(({ name, text }) => ({ name, words: text }))}
          onClose={() => setExplained(null)}
        />
      )}
    </Page>
  );
}
