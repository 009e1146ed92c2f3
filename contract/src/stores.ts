import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { MAX_PAGE } from './plain/limits';
import { Id } from './schema';

export const Store = z.object({
  id: Id,
  name: z.string(),
  phone: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  detail: z.string(),
  /** Degrees, WGS 84. */
  lat: z.number(),
  lng: z.number(),
  /** `09:00`, Beijing time, every day. */
  opensAt: z.string(),
  closesAt: z.string(),
  isOpen: z.boolean(),
  /** As the crow flies from where the shopper is; null when they do not say. */
  distanceMetres: z.int().nullable(),
});

export const ListStoresQuery = z.object({
  lat: z.coerce.number().min(-90).max(90).optional(),
  lng: z.coerce.number().min(-180).max(180).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20),
});

export const storeRoutes = defineRoutes({
  'GET /api/stores': {
    summary: '可以自提的门店，近的在前；不说在哪里时按开店先后',
    access: 'public',
    query: ListStoresQuery,
    ok: z.object({ items: z.array(Store) }),
    errors: [],
  },
});
