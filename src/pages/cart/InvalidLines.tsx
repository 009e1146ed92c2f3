import { Text, View } from '@tarojs/components';
import type { CartItem } from '@/api/carts';
import { Button } from '@/components/Button';
import { Picture } from '@/components/Picture';
import { to } from '@/lib/routes';
import css from './InvalidLines.module.scss';

interface InvalidLinesProps {
  items: CartItem[];
  onQuantity(item: CartItem, quantity: number): void;
  onRemove(item: CartItem): void;
  onRemoveAll(): void;
}

/** What cannot be bought now, each with its reason and the one thing to do about it. */
export function InvalidLines({ items, onQuantity, onRemove, onRemoveAll }: InvalidLinesProps) {
  return (
    <View className={css.card}>
      <View className={css.head}>
        <Text className={css.name}>买不了的 {items.length}</Text>
        <View className={css.clear} role="button" onClick={onRemoveAll}>
          清空
        </View>
      </View>
      {items.map((item) => (
        <View key={item.skuId} className={css.line}>
          <View className={css.picture} onClick={() => to.product(item.productId)}>
            <Picture src={item.imageUrl} alt={item.title} />
          </View>
          <View className={css.words}>
            <Text className={css.title}>{item.title}</Text>
            <Text className={css.reason}>{reasonText(item)}</Text>
            {item.state === 'sold_out' && item.optionText !== '' && (
              <Text className={css.change} onClick={() => to.change(item.productId, item)}>
                换一款
              </Text>
            )}
          </View>
          {item.state === 'insufficient' ? (
            <Button kind="soft" size="xs" onTap={() => onQuantity(item, item.stock)}>
              改为 {item.stock} 件
            </Button>
          ) : (
            <Button kind="plain" size="xs" label={`移除 ${item.title}`} onTap={() => onRemove(item)}>
              移除
            </Button>
          )}
        </View>
      ))}
    </View>
  );
}

function reasonText({ state, optionText, quantity, stock }: CartItem): string {
  if (state === 'off_shelf') return '这件商品收摊了';
  if (state === 'insufficient') return `要 ${quantity} 件，只剩 ${stock} 件了`;
  return optionText ? `${optionText} 卖完了` : '卖完了';
}
