import { ok } from './outcome';
import type { AddressInput, Result } from './types';

/** Trims what an address book gave, and refuses one that our server could not take. */
export function toAddress(raw: { [K in keyof AddressInput]: unknown }): Result<AddressInput> {
  const text = (value: unknown) => String(value ?? '').trim();
  const address: AddressInput = {
    name: text(raw.name).slice(0, 30),
    phone: text(raw.phone)
      .replace(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
    province: text(raw.province),
    // municipalities and some counties come without a city
    city: text(raw.city) || text(raw.province),
    district: text(raw.district),
    detail: text(raw.detail).slice(0, 120),
  };
  const isWhole = address.name && address.phone && address.province && address.detail;
  return isWhole ? ok(address) : { status: 'failed', code: 'incomplete' };
}
