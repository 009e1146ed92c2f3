import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Address } from '@/api/addresses';
import type { PlaceOrder } from '@/api/orders';
import { listStores } from '@/api/stores';
import { offerSettings } from '@/lib/offerSettings';
import { STALE } from '@/lib/queries';
import { platform } from '@/platform';
import type { Point } from '@/platform/types';
import { checkAddress } from '../addresses/checkAddress';

type Wish = NonNullable<PlaceOrder['pickup']>;
const DENIED = { denied: '没有位置权限，可以在设置里打开', withoutConsent: '没有读你的位置，请在列表里挑一家' };
const NOWHERE = {
  unsupported: '这里读不到位置，请在列表里挑一家',
  pending: '没能读到位置，稍后再试',
  failed: '没能读到位置，稍后再试',
};

export type Pickup = ReturnType<typeof usePickup>;

/** Store and contact of a pick-up; until something is typed the contact is the one of the shopper's address. */
export function usePickup(kept: Wish | undefined, address: Address | undefined, isPickup: boolean) {
  const [storeId, setStoreId] = useState(kept?.storeId);
  const [typed, setContact] = useState(kept?.contact);
  // deferred: without stores the goods are delivered
  const [here, setHere] = useState<Point | undefined>();
  const [isLocating, setIsLocating] = useState(false);
  const { data: stores = [] } = useQuery({
    queryKey: ['stores', here ?? null],
    queryFn: () => listStores(here),
    staleTime: STALE.shop,
    // the stores stay while they are sorted anew, also when that fails
    placeholderData: keepPreviousData,
  });
  const store = stores.find(({ id }) => id === storeId) ?? stores[0];
  const contact = typed ?? { name: address?.name ?? '', phone: address?.phone ?? '' };
  useEffect(() => {
    let isOver = false;
    if (isPickup) void locateQuietly().then((point) => point && !isOver && setHere(point));
    return () => {
      isOver = true;
    };
  }, [isPickup]);
  const locate = async () => {
    setIsLocating(true);
    const result = await platform.getLocation();
    setIsLocating(false);
    if (result.status === 'ok') setHere(result.value);
    else if (result.status === 'denied') await offerSettings(result.code, DENIED);
    else if (result.status !== 'cancelled') platform.toast(NOWHERE[result.status]);
  };
  return {
    /** Nearest first. */
    isSorted: here !== undefined,
    isLocating,
    /** Sorts by distance; asks the person where that was never allowed. */
    locate,
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

/** Where the phone is, when that needs no question. */
async function locateQuietly(): Promise<Point | null> {
  if (!(await platform.isLocationAllowed())) return null;
  const result = await platform.getLocation();
  return result.status === 'ok' ? result.value : null;
}
