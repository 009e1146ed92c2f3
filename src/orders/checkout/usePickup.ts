import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Address } from '@/api/addresses';
import type { PlaceOrder } from '@/api/orders';
import { listStores } from '@/api/stores';
import { STALE } from '@/lib/queries';
import { checkAddress } from '../addresses/checkAddress';

type Wish = NonNullable<PlaceOrder['pickup']>;
export type Pickup = ReturnType<typeof usePickup>;

/** Store and contact of a pick-up; until something is typed the contact is the one of the shopper's address. */
export function usePickup(kept: Wish | undefined, address: Address | undefined) {
  const [storeId, setStoreId] = useState(kept?.storeId);
  const [typed, setContact] = useState(kept?.contact);
  // deferred: without stores the goods are delivered
  const { data: stores = [] } = useQuery({ queryKey: ['stores'], queryFn: () => listStores(), staleTime: STALE.shop });
  const store = stores.find(({ id }) => id === storeId) ?? stores[0];
  const contact = typed ?? { name: address?.name ?? '', phone: address?.phone ?? '' };
  return {
    stores,
    store,
    contact,
    setStoreId,
    setContact,
    /** What the order says, or the first thing that is wrong. */
    check(): Wish | string {
      if (!store) return '门店没有加载出来，请稍后再试';
      const tidy = { name: contact.name.trim(), phone: contact.phone.trim() };
      const faults = checkAddress({ ...tidy, province: '', city: '', district: '', detail: '' });
      if (faults.name) return '请写上取货人的名字';
      if (faults.phone) return tidy.phone ? faults.phone : '请填手机号，取货时要核对';
      return { storeId: store.id, contact: tidy };
    },
  };
}
