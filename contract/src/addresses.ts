import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
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
  'DELETE /api/addresses/:addressId': {
    summary: '删除收货地址',
    access: 'session',
    params: AddressParams,
    ok: z.object({}),
    errors: ['address_not_found'],
  },
});
