import { useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { addCartItem, replaceCartItem, type Cart } from '@/api/carts';
import { Button } from '@/components/Button';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { Sheet } from '@/components/Sheet';
import { Stepper } from '@/components/Stepper';
import { hasCode } from '@/lib/apiError';
import { setCart } from '@/lib/cartBadge';
import { to } from '@/lib/routes';
import { showError } from '@/lib/showError';
import { platform } from '@/platform';
import { AxisChips } from './AxisChips';
import { Duo } from './Duo';
import { RestockButton } from './RestockButton';
import {
  axesOf,
  choose,
  chosenSku,
  offerOf,
  openAxes,
  quantityLimit,
  type Choice,
  type Product,
  type Sku,
} from './chooseSku';
import css from './SkuSheet.module.scss';

/** What the sheet was opened for: one of the two buttons, to look and decide, or to change a line of the cart. */
export type Intent = 'add' | 'buy' | 'both' | 'change';

interface SkuSheetProps {
  product: Product;
  choice: Choice;
  quantity: number;
  intent: Intent;
  /** The SKU that is changed for another, with the intent to do so. */
  changedId: string | undefined;
  onChoice(choice: Choice): void;
  onQuantity(quantity: number): void;
  onClose(): void;
  /** The server refused what this page shows. */
  onStale(): void;
}

export function SkuSheet(props: SkuSheetProps) {
  const { product, choice, quantity, intent, changedId, onChoice, onQuantity, onClose } = props;
  const [isAdding, setIsAdding] = useState(false);
  // state is a frame late for a double tap
  const isSending = useRef(false);
  const sku = chosenSku(product, choice);
  const limit = quantityLimit(sku);
  const units = Math.min(quantity, limit);

  const withSku = (use: (sku: Sku) => void) => () => {
    const open = openAxes(product, choice);
    if (open.length > 0) platform.toast(`请选择${open.join('、')}`);
    else if (!sku || sku.stock === 0) platform.toast('这一款缺货，换一款看看');
    else use(sku);
  };
  const put = (send: (skuId: string) => Promise<Cart>, word: string) =>
    withSku((chosen) => {
      if (isSending.current) return;
      isSending.current = true;
      setIsAdding(true);
      send(chosen.id)
        .then((cart) => {
          setCart(cart);
          platform.toast(word);
          onClose();
        })
        .catch((error: unknown) => {
          showError(error);
          if (hasCode(error, 'sold_out', 'off_shelf', 'not_found')) props.onStale();
        })
        .finally(() => {
          isSending.current = false;
          setIsAdding(false);
        });
    });
  const add = put((skuId) => addCartItem(skuId, units), '放进购物袋了');
  const change = put((skuId) => replaceCartItem(changedId ?? skuId, { skuId, quantity: units }), '换好了');
  const buy = withSku((chosen) => void to.checkout([{ skuId: chosen.id, quantity: units }]));

  return (
    <Sheet
      isOpen
      onClose={onClose}
      footer={
        sku?.stock === 0 ? (
          <RestockButton key={sku.id} productId={product.id} skuId={sku.id} />
        ) : (
          <Footer intent={intent} isAdding={isAdding} onAdd={intent === 'change' ? change : add} onBuy={buy} />
        )
      }
    >
      <View className={css.body}>
        <Summary product={product} choice={choice} sku={sku} />
        {axesOf(product, choice).map((axis, index) => (
          <AxisChips
            key={axis.name}
            axis={axis}
            index={index}
            skus={product.skus}
            onTap={(value) => onChoice(choose(product, choice, index, value))}
          />
        ))}
        <View className={css.quantity}>
          <Text className={css.label}>数量</Text>
          <Stepper
            value={units}
            min={1}
            max={limit}
            onChange={onQuantity}
            onLimit={(end) => end === 'max' && platform.toast(sku ? `最多能买 ${limit} 件` : '先选好款式')}
          />
        </View>
      </View>
    </Sheet>
  );
}

function Summary({ product, choice, sku }: { product: Product; choice: Choice; sku: Sku | null }) {
  const offer = offerOf(product, choice);
  const open = openAxes(product, choice);
  const chosen = choice.filter((value) => value !== null).join(' / ');
  return (
    <View className={css.summary}>
      <View className={css.picture}>
        <Picture src={offer.imageUrl} alt={product.title} radius="m" isLazy={false} />
      </View>
      <View className={css.words}>
        <Price fen={offer.priceFen} size="l" hasRange={offer.hasRange} wasFen={offer.compareAtFen} />
        <Text className={sku && sku.stock > 0 && sku.stock <= 5 ? css.few : css.stock}>
          {stockText(offer.stock, sku)}
        </Text>
        {product.options.length > 0 && (
          <Text className={css.chosen}>{open.length > 0 ? `请选择 ${open.join('、')}` : `已选 ${chosen}`}</Text>
        )}
      </View>
    </View>
  );
}

const FOOTER_WORDS = { add: '加入购物袋', buy: '立即购买', change: '换成这一款' };

function Footer({
  intent,
  isAdding,
  onAdd,
  onBuy,
}: {
  intent: Intent;
  isAdding: boolean;
  onAdd(): void;
  onBuy(): void;
}) {
  if (intent === 'both') return <Duo isAdding={isAdding} onAdd={onAdd} onBuy={onBuy} />;
  return (
    <Button kind="primary" isBlock isBusy={isAdding} onTap={intent === 'buy' ? onBuy : onAdd}>
      {FOOTER_WORDS[intent]}
    </Button>
  );
}

/** Few units are counted out, many are not. */
function stockText(stock: number, sku: Sku | null): string {
  if (stock === 0) return '缺货';
  if (sku && stock <= 5) return `仅剩 ${stock} 件`;
  return stock > 99 ? '现货充足' : `库存 ${stock} 件`;
}
