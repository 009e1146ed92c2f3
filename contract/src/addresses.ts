import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { MAX_PASTE_LENGTH } from './plain/limits';
import { Id } from './schema';

const text = (max: number) => z.string().trim().min(1).max(max);

export const Phone = z
  .string()
  .trim()
  .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/);

export const AddressInput = z.object({
  name: text(30),
  phone: Phone,
  province: text(30),
  city: text(30),
  district: z.string().trim().max(30),
  detail: text(120),
});

export const Address = AddressInput.extend({ id: Id, isDefault: z.boolean() });

/** One place of the region picker. `isLast`: there is nothing below it, so the choice is complete. */
export const Region = z.object({ code: z.string(), name: z.string(), isLast: z.boolean() });

/** A GB/T 2260 code; without it the provinces. */
export const ListRegionsQuery = z.object({
  parent: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

/** What was found in a pasted text. Empty where nothing was; what is none of the others stands in `detail`, uncut. */
export const ParsedAddress = z.object({
  name: z.string(),
  phone: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  detail: z.string(),
});

const AddressParams = z.object({ addressId: Id });

export const addressRoutes = defineRoutes({
  'GET /api/addresses': {
    summary: '收货地址，默认的在前',
    access: 'session',
    ok: z.object({ items: z.array(Address) }),
    errors: [],
  },
  'POST /api/addresses': {
    summary: '新增收货地址，并设为默认；内容相同的不会重复',
    access: 'session',
    body: AddressInput,
    ok: Address,
    status: 201,
    errors: [],
  },
  'GET /api/regions': {
    summary: '省、市、区县：某个地区的下一级，不写就是各省',
    access: 'public',
    query: ListRegionsQuery,
    ok: z.object({ items: z.array(Region) }),
    errors: [],
  },
  'POST /api/addresses/parse': {
    summary: '从粘贴的一段文字里认出收货人、电话、地区和详细地址；什么也不保存',
    access: 'session',
    body: z.object({ text: z.string().max(MAX_PASTE_LENGTH) }),
    ok: ParsedAddress,
    errors: [],
  },
  'DELETE /api/addresses/:addressId': {
    summary: '删除收货地址',
    access: 'session',
    params: AddressParams,
    ok: z.object({}),
    errors: ['address_not_found'],
  },
});
