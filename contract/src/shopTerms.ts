import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Fen } from './schema';

/** A promise that holds for every product, and the sentence that explains it. */
export const ServicePromise = z.object({
  name: z.string().trim().min(1).max(12),
  text: z.string().trim().min(1).max(200),
});

/** How customer service is reached. What is null or false is not offered on that app; all may be. */
export const ShopContact = z.object({
  phone: z
    .string()
    .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}|[48]00-?\d{3,4}-?\d{3,4})$/)
    .nullable()
    .default(null),
  /** When somebody answers: `每天 9:00–21:00`. */
  hours: z.string().trim().max(40).default(''),
  /** A chat on the web, opened by the H5 page. */
  chatUrl: z
    .string()
    .max(500)
    .regex(/^https:\/\/\S+$/)
    .nullable()
    .default(null),
  /** 客服 is switched on in WeChat's console. */
  hasWeappChat: z.boolean().default(false),
  ttImId: z.string().trim().min(1).max(64).nullable().default(null),
  alipayChat: z
    .object({ tntInstId: z.string().trim().min(1).max(64), scene: z.string().trim().min(1).max(64) })
    .nullable()
    .default(null),
});

/** 满减 that runs now: `offFen` less from `fromFen` of goods on. */
export const RunningDiscount = z.object({ label: z.string(), fromFen: Fen, offFen: Fen });

export const ShopTerms = z.object({
  services: z.array(ServicePromise),
  contact: ShopContact,
  /** The lowest threshold first. */
  discounts: z.array(RunningDiscount),
});

export const shopTermRoutes = defineRoutes({
  'GET /api/shop/terms': {
    summary: '服务承诺、客服方式和正在进行的满减',
    access: 'public',
    ok: ShopTerms,
    errors: [],
  },
});
