import type { AddressInput } from '@/api/addresses';

export type AddressField = keyof AddressInput;

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;
const MAX_DETAIL = 120;

/** What is wrong with a typed address, one sentence for each field; empty when the server can take it. */
export function checkAddress(address: AddressInput): Partial<Record<AddressField, string>> {
  const faults: Partial<Record<AddressField, string>> = {};
  if (!address.name) faults.name = '请写上收货人的名字';
  if (!address.phone) faults.phone = '请填手机号，快递要联系您';
  else if (!PHONE.test(address.phone)) faults.phone = '手机号应为 11 位数字，座机请带区号';
  if (!address.province || !address.city) faults.province = '请选择省、市、区县';
  if (!address.detail) faults.detail = '请填街道和门牌号';
  else if (address.detail.length < 4) faults.detail = '再写详细些，精确到门牌号';
  else if (address.detail.length > MAX_DETAIL) faults.detail = `详细地址太长，最多 ${MAX_DETAIL} 个字`;
  return faults;
}

/** What was typed, without stray blanks. */
export function tidyAddress(address: AddressInput): AddressInput {
  const entries = Object.entries(address).map(([field, text]) => [field, text.trim()]);
  const tidy = Object.fromEntries(entries) as AddressInput;
  return { ...tidy, phone: tidy.phone.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '') };
}
