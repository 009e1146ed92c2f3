import { useMutation, useQuery } from '@tanstack/react-query';
import { getCart, removeCartItem, selectAllCartItems, updateCartItem, type Cart } from '@/api/carts';
import { setCart } from '@/lib/cartBadge';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { showError } from '@/lib/showError';
import { withChange, withoutItems, withSelection } from './cartChanges';

interface Change {
  /** What is shown at once. */
  forecast(cart: Cart): Cart;
  /** What the server is asked for; its answer replaces the forecast. */
  send(): Promise<Cart>;
}

const SCOPE = { id: 'cart' };

/** The cart, and changes to it that show at once and are taken back when the server refuses. */
export function useCart(isShown: boolean) {
  const cart = useQuery({ queryKey: keys.cart, queryFn: getCart, subscribed: isShown });

  const { mutate: apply } = useMutation({
    // one after the other, so that answers arrive in the order of the taps
    scope: SCOPE,
    mutationKey: keys.cart,
    mutationFn: ({ send }: Change) => send(),
    onMutate: async ({ forecast }) => {
      await queryClient.cancelQueries({ queryKey: keys.cart });
      const before = queryClient.getQueryData<Cart>(keys.cart);
      if (before) setCart(forecast(before));
      return { before };
    },
    onSuccess: (answer) => {
      // while taps still wait, their forecasts are ahead of this answer
      if (queryClient.isMutating({ mutationKey: keys.cart }) === 1) setCart(answer);
    },
    onError: (error, _change, context) => {
      if (context?.before) setCart(context.before);
      showError(error);
      void queryClient.invalidateQueries({ queryKey: keys.cart });
    },
  });

  return {
    cart,
    update: (skuId: string, next: { quantity?: number; isSelected?: boolean }) =>
      apply({ forecast: (now) => withChange(now, skuId, next), send: () => updateCartItem(skuId, next) }),
    selectAll: (isSelected: boolean) =>
      apply({ forecast: (now) => withSelection(now, isSelected), send: () => selectAllCartItems(isSelected) }),
    remove: (skuIds: readonly string[]) =>
      apply({ forecast: (now) => withoutItems(now, skuIds), send: () => removeEach(skuIds) }),
  };
}

async function removeEach(skuIds: readonly string[]): Promise<Cart> {
  let cart: Cart | undefined;
  for (const skuId of skuIds) cart = await removeCartItem(skuId);
  return cart ?? getCart();
}
