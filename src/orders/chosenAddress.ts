import { create } from 'zustand';
import type { Address } from '@/api/addresses';

/** The address that the address page chose for the checkout; null means the default one. */
export const useChosenAddress = create<{ addressId: string | null }>(() => ({ addressId: null }));

/** The chosen one while it exists, else the default one. */
export function pickAddress(addresses: readonly Address[], addressId: string | null): Address | undefined {
  return addresses.find(({ id }) => id === addressId) ?? addresses.find(({ isDefault }) => isDefault) ?? addresses[0];
}
