import type { Cart, CartItem } from '@/api/carts';

/** What the cart will look like if the server agrees. Amounts are only a forecast until its answer is here. */
function withItems({ shipping }: Cart, items: CartItem[]): Cart {
  const valid = items.filter(({ state }) => state === 'valid');
  const selected = valid.filter(({ isSelected }) => isSelected);
  const units = (list: CartItem[]) => list.reduce((sum, { quantity }) => sum + quantity, 0);
  const selectedFen = selected.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0);
  return {
    items,
    count: units(valid),
    selectedCount: units(selected),
    selectedFen,
    shipping: { ...shipping, missingFen: shipping.freeFromFen && Math.max(0, shipping.freeFromFen - selectedFen) },
  };
}

export function withChange(cart: Cart, skuId: string, change: { quantity?: number; isSelected?: boolean }): Cart {
  return withItems(
    cart,
    cart.items.map((item) => {
      if (item.skuId !== skuId) return item;
      const next = { ...item, ...change };
      const canMend = next.state === 'insufficient' && next.quantity <= next.stock;
      return canMend ? { ...next, state: 'valid' } : next;
    }),
  );
}

export function withSelection(cart: Cart, isSelected: boolean): Cart {
  return withItems(
    cart,
    cart.items.map((item) => ({ ...item, isSelected })),
  );
}

export function withoutItems(cart: Cart, skuIds: readonly string[]): Cart {
  return withItems(
    cart,
    cart.items.filter(({ skuId }) => !skuIds.includes(skuId)),
  );
}
