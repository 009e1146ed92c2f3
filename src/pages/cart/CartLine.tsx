import { Text, View } from '@tarojs/components';
import { MAX_QUANTITY } from '@jishi/contract/plain/limits';
import type { CartItem } from '@/api/carts';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Icon } from '@/components/Icon';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import { Stepper } from '@/components/Stepper';
import { to } from '@/lib/routes';
import { platform } from '@/platform';
import css from './CartLine.module.scss';

/** From here on the shopper is told how many are left. */
const FEW = 5;

interface CartLineProps {
  item: CartItem;
  /** Offers removal in place of the stepper. */
  isEditing: boolean;
  onSelect(): void;
  onQuantity(quantity: number): void;
  onRemove(): void;
}

export function CartLine({ item, isEditing, onSelect, onQuantity, onRemove }: CartLineProps) {
  const most = Math.min(item.stock, MAX_QUANTITY);
  const atLimit = (end: 'min' | 'max') => {
    if (end === 'min') onRemove();
    else platform.toast(most < MAX_QUANTITY ? `只剩 ${most} 件了` : `一次最多买 ${MAX_QUANTITY} 件`);
  };
  const open = () => to.product(item.productId);
  return (
    <View className={css.line}>
      <Checkbox isOn={item.isSelected} label={`选 ${item.title}`} onTap={onSelect} />
      <View className={css.picture} onClick={open}>
        <Picture src={item.imageUrl} alt={item.title} />
      </View>
      <View className={css.words}>
        <Text className={css.title} onClick={open}>
          {item.title}
        </Text>
        <View className={css.middle}>
          {item.optionText !== '' && (
            <View
              className={css.options}
              role="button"
              aria-label={`换规格 ${item.title}`}
              onClick={() => to.change(item.productId, item)}
            >
              <Text className={css.option}>{item.optionText}</Text>
              <View className={css.turn}>
                <Icon name="right" size={12} />
              </View>
            </View>
          )}
          {item.stock <= FEW && <Text className={css.few}>仅剩 {item.stock} 件</Text>}
        </View>
        <View className={css.foot}>
          <Price fen={item.priceFen} />
          {isEditing ? (
            <Button kind="plain" size="xs" label={`移除 ${item.title}`} onTap={onRemove}>
              移除
            </Button>
          ) : (
            <Stepper value={item.quantity} min={1} max={most} onChange={onQuantity} onLimit={atLimit} />
          )}
        </View>
      </View>
    </View>
  );
}
