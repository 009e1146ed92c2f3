import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call, callPublic } from './request';

export type AddressList = RouteOk<'GET /api/addresses'>;
export type Address = AddressList['items'][number];
export type AddressInput = RouteInput<'POST /api/addresses'>['body'];

export type Region = RouteOk<'GET /api/regions'>['items'][number];
export type ParsedAddress = RouteOk<'POST /api/addresses/parse'>;

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

/** What lies right below a region, by its code; the provinces for an empty one. */
export async function listRegions(parent: string): Promise<Region[]> {
  return (await callPublic('GET /api/regions', { query: { parent } }, 'items')).items;
}

/** Takes a pasted text apart, 1,000 characters at most; what was not found is empty. Nothing is saved. */
export function parseAddress(text: string): Promise<ParsedAddress> {
  return call('POST /api/addresses/parse', { body: { text } }, 'detail');
}
