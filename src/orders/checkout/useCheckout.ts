import { useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Fulfilment } from '@jishi/contract/plain/orders';
import { listAddresses } from '@/api/addresses';
import { quoteOrder, type Invoice, type OrderItems, type Quote } from '@/api/orders';
import { getShop } from '@/api/shop';
import { hasCode } from '@/lib/apiError';
import { queryClient, STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { errorText, showError } from '@/lib/showError';
import { platform } from '@/platform';
import { pickAddress, useChosenAddress } from '../chosenAddress';
import { payOrder } from '../payOrder';
import { keepOrder } from '../useOrderActions';
import { sendIntent, unansweredIntent } from './checkoutIntent';
import { useBenefits } from './useBenefits';
import { usePickup } from './usePickup';

/** Everything the checkout page knows and does. `items` may shrink when some cannot be bought. */
export function useCheckout(opened: OrderItems, isFromCart: boolean) {
  const [items, setItems] = useState(opened);
  const [intent, setIntent] = useState(() => unansweredIntent(opened));
  const [note, setNote] = useState(intent?.body.note ?? '');
  const [fulfilment, setFulfilment] = useState<Fulfilment>(intent?.body.fulfilment ?? 'delivery');
  const [invoice, setInvoice] = useState<Invoice | null>(intent?.body.invoice ?? null);
  const [oldTotalFen, setOldTotalFen] = useState<number | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  // state is a frame late for a double tap
  const isSending = useRef(false);
  const chosenId = useChosenAddress((state) => state.addressId);

  const addresses = useQuery({ queryKey: keys.addresses, queryFn: listAddresses });
  const shop = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  const address = pickAddress(addresses.data?.items ?? [], intent?.body.addressId ?? chosenId);

  // a shopper without an address, or whose addresses did not load, sees the price of everywhere else
  const isPickup = fulfilment === 'pickup';
  const pickup = usePickup(intent?.body.pickup, address, isPickup);
  const handover = isPickup ? { fulfilment } : address ? { addressId: address.id } : {};
  const benefits = useBenefits(intent?.body);
  const quoteKey = ['quote', items, handover, benefits.wishes];
  const quote = useQuery({
    queryKey: quoteKey,
    queryFn: () => quoteOrder(items, { ...handover, ...benefits.wishes }),
    enabled: items.length > 0 && !addresses.isPending,
    staleTime: 0,
    gcTime: 0,
    // another address keeps the page as it is until its price is there
    placeholderData: keepPreviousData,
  });

  // a shop may deliver to some places only: before there is an address, or its own answer, nobody can tell
  const isUnserved = quote.data?.unserved != null && address !== undefined && !quote.isPlaceholderData;

  const submit = async () => {
    if (isSending.current || !quote.data) return;
    const where = isPickup ? pickup.check() : address ? { addressId: address.id } : '先填一个收货地址';
    if (typeof where === 'string') {
      platform.toast(where);
      return;
    }
    const how = 'storeId' in where ? { fulfilment, pickup: where } : where;
    // the price of what was chosen just now is still to come
    if (quote.isPlaceholderData) return;
    isSending.current = true;
    setIsBusy(true);
    try {
      const { totalFen } = quote.data;
      const order = await sendIntent({
        items,
        ...how,
        isFromCart,
        note,
        expectedTotalFen: totalFen,
        ...(invoice && { invoice }),
        ...benefits.shown(quote.data),
      });
      keepOrder(order);
      if (isFromCart) void queryClient.invalidateQueries({ queryKey: keys.cart });
      await payAndLeave(order.id);
    } catch (error) {
      setIntent(unansweredIntent(items));
      refuse(error, quote.data);
    } finally {
      isSending.current = false;
      setIsBusy(false);
    }
  };

  const refuse = (error: unknown, shown: Quote) => {
    if (hasCode(error, 'price_changed', 'coupon_unusable')) {
      const fresh = (error.details as { quote?: Quote } | undefined)?.quote;
      const isCoupon = hasCode(error, 'coupon_unusable');
      setOldTotalFen(shown.totalFen);
      // the new quote is that of the best choice that is left
      const key = isCoupon ? ['quote', items, handover, benefits.chooseBest()] : quoteKey;
      if (isCoupon) showError(error);
      if (fresh) queryClient.setQueryData(key, fresh);
      else void quote.refetch();
      return;
    }
    showError(error);
    if (hasCode(error, 'sold_out', 'off_shelf', 'not_served')) void quote.refetch();
    if (hasCode(error, 'address_not_found')) void addresses.refetch();
  };

  /** Drops what cannot be bought, and takes the rest of what is nearly sold out. */
  const keepBuyable = () => {
    const problems = new Map(quote.data?.problems.map((problem) => [problem.skuId, problem]));
    setOldTotalFen(null);
    setItems(
      items.flatMap((item) => {
        const left = problems.get(item.skuId)?.stock ?? item.quantity;
        return left > 0 ? [{ ...item, quantity: left }] : [];
      }),
    );
  };

  const unservedWords = (reason: string) => {
    if (isUnserved) return reason;
    return quote.isPlaceholderData ? '正在重新计算' : '填好地址再算';
  };

  return {
    items,
    quote,
    addresses,
    shop: shop.data,
    address,
    fulfilment,
    setFulfilment,
    pickup,
    benefits,
    invoice,
    setInvoice,
    note,
    setNote,
    oldTotalFen,
    /** Why the goods have no total, where nothing is delivered in the rule's words; null where they have one. */
    unserved: quote.data?.unserved ? unservedWords(quote.data.unserved.reason) : null,
    /** Nothing is delivered to the address. */
    isUnserved,
    isBusy,
    /** An earlier submit has no answer yet: nothing may be changed until it has. */
    isLocked: intent !== null,
    submit,
    keepBuyable,
  };
}

/** The order exists from here on: whatever happens, the shopper leaves the checkout for a page that knows it. */
async function payAndLeave(orderId: string): Promise<void> {
  try {
    const outcome = await payOrder(orderId);
    if (outcome === 'result') {
      to.result(orderId);
      return;
    }
    platform.toast(outcome === 'cancelled' ? '还没付款，货先为你留着' : '这里打不开收银台，请换个方式打开');
  } catch (error) {
    platform.toast(`订单已提交。${errorText(error)}`);
  }
  to.orderInstead(orderId);
}
