import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { MAX_ORDER_LINES } from '@jishi/contract/plain/limits';
import { formatFen } from '@jishi/contract/plain/money';
import type { Cart, CartItem } from '@/api/carts';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Checkbox } from '@/components/Checkbox';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import cartPicture from '@/components/pictures/cart.png';
import { Price } from '@/components/Price';
import { SkeletonBox } from '@/components/SkeletonBox';
import { showCartBadge } from '@/lib/cartBadge';
import { hasNativeNavBar } from '@/lib/device';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { platform } from '@/platform';
import { CartLine } from './CartLine';
import { InvalidLines } from './InvalidLines';
import { useCart } from './useCart';
import css from './index.module.scss';

export default function CartPage() {
  // behind the checkout nobody sees this page: it is drawn anew when it is back, not at every change of the cart
  const [isShown, setIsShown] = useState(true);
  const { cart, update, selectAll, remove } = useCart(isShown);
  const [isEditing, setIsEditing] = useState(false);
  useRefresh(keys.cart);
  useDidHide(() => setIsShown(false));
  useDidShow(() => {
    setIsShown(true);
    showCartBadge();
    if (cart.isFetched && cart.isStale) void cart.refetch();
  });

  const valid = cart.data?.items.filter(({ state }) => state === 'valid') ?? [];
  const hint = cart.data && shippingWords(cart.data);
  const invalid = cart.data?.items.filter(({ state }) => state !== 'valid') ?? [];
  const askToRemove = async (items: CartItem[], title: string) => {
    const isSure = await platform.confirm({ title, confirmText: '移除', cancelText: '留着' });
    if (isSure) remove(items.map(({ skuId }) => skuId));
  };

  return (
    <Page
      nav="none"
      isTab
      bottomBar={cart.data && valid.length > 0 && <Bar cart={cart.data} valid={valid} onSelectAll={selectAll} />}
    >
      <Head count={cart.data?.count ?? 0} isEditing={isEditing} onEdit={() => setIsEditing(!isEditing)} />
      {cart.isPending && <Loading />}
      {cart.isError && !cart.data && <ErrorState error={cart.error} onRetry={() => void cart.refetch()} />}
      {cart.data?.items.length === 0 && (
        <Empty picture={cartPicture} title="篮子还空着" text="去集市转转，把喜欢的带回家">
          <View className={css.stroll}>
            <Button kind="primary" isBlock onTap={() => to.home()}>
              去逛逛
            </Button>
          </View>
        </Empty>
      )}
      {cart.data?.items.length === 0 && <ProductsBlock {...BEST_SELLERS} title="大家都在买" />}
      {valid.length > 0 && (
        <Card>
          {hint && <View className={css.hint}>{hint}</View>}
          <View className={css.lines}>
            {valid.map((item) => (
              <CartLine
                key={item.skuId}
                item={item}
                isEditing={isEditing}
                onSelect={() => update(item.skuId, { isSelected: !item.isSelected })}
                onQuantity={(quantity) => update(item.skuId, { quantity })}
                onRemove={() => void askToRemove([item], '不要这件了吗？')}
              />
            ))}
          </View>
        </Card>
      )}
      {invalid.length > 0 && (
        <InvalidLines
          items={invalid}
          onQuantity={({ skuId }, quantity) => update(skuId, { quantity })}
          onRemove={({ skuId }) => remove([skuId])}
          onRemoveAll={() => void askToRemove(invalid, '清空买不了的商品吗？')}
        />
      )}
    </Page>
  );
}

function shippingWords({ selectedCount, shipping }: Cart): string | null {
  if (shipping.unserved !== null) return shipping.unserved;
  if (selectedCount === 0 || shipping.missingFen === null) return null;
  return shipping.missingFen > 0 ? `再买 ¥${formatFen(shipping.missingFen)} 免运费` : '已免运费';
}

function Head({ count, isEditing, onEdit }: { count: number; isEditing: boolean; onEdit(): void }) {
  if (hasNativeNavBar && count === 0) return null;
  return (
    <View className={css.head}>
      {hasNativeNavBar ? (
        <Text className={css.count}>共 {count} 件</Text>
      ) : (
        <>
          <Text className={css.name}>购物袋</Text>
          {count > 0 && <Text className={css.number}>{count}</Text>}
        </>
      )}
      {count > 0 && (
        <View className={css.edit} role="button" onClick={onEdit}>
          {isEditing ? '完成' : '编辑'}
        </View>
      )}
    </View>
  );
}

function Bar({ cart, valid, onSelectAll }: { cart: Cart; valid: CartItem[]; onSelectAll(isSelected: boolean): void }) {
  const selected = valid.filter(({ isSelected }) => isSelected);
  const isAll = selected.length === valid.length;
  const checkOut = () => {
    if (selected.length === 0) platform.toast('先勾选要买的');
    else if (selected.length > MAX_ORDER_LINES) platform.toast(`一单最多 ${MAX_ORDER_LINES} 种，分两次结算吧`);
    else to.checkout(selected, { isFromCart: true });
  };
  return (
    <>
      <View className={css.allBox}>
        <Checkbox isOn={isAll} label="全选" onTap={() => onSelectAll(!isAll)} />
        <Text className={css.all} onClick={() => onSelectAll(!isAll)}>
          全选
        </Text>
      </View>
      <View className={css.sum}>
        <Text className={css.sumWord}>合计</Text>
        <Price fen={cart.selectedFen} size="l" />
      </View>
      <View className={css.go}>
        <Button kind="primary" isBlock isDisabled={selected.length === 0} onTap={checkOut}>
          结算 ({cart.selectedCount})
        </Button>
      </View>
    </>
  );
}

function Loading() {
  return (
    <Card>
      <View className={css.loading}>
        {[0, 1, 2].map((row) => (
          <View key={row} className={css.loadingRow}>
            <SkeletonBox width={88} height={88} />
            <View className={css.loadingWords}>
              <SkeletonBox height={16} />
              <View className={css.loadingGap} />
              <SkeletonBox width="50%" height={16} />
            </View>
          </View>
        ))}
      </View>
    </Card>
  );
}
