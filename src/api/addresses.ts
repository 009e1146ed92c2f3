import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type AddressList = RouteOk<'GET /api/addresses'>;
export type Address = AddressList['items'][number];
export type AddressInput = RouteInput<'POST /api/addresses'>['body'];

export function listAddresses(): Promise<AddressList> {
  return call('GET /api/addresses', {}, 'items');
}

/** The new one becomes the default; one with the same content is not made twice. */
export function addAddress(address: AddressInput): Promise<Address> {
  return call('POST /api/addresses', { body: address }, 'id');
}

export async function deleteAddress(addressId: string): Promise<void> {
  await call('DELETE /api/addresses/:addressId', { params: { addressId } });
}
