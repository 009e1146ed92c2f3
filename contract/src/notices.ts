import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { ProductCard, ProductState } from './products';
import { Fen, Id, Time } from './schema';

export const NoticeKind = z.enum(['restock', 'price_drop']);

/** What a person wants to know about a product, or about one SKU of it. */
export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  product: ProductCard,
  state: ProductState,
  skuId: Id.nullable(),
  /** `柿红 / 180ml`; empty for the product as a whole. */
  optionText: z.string(),
  /** The price on the day it was asked, and now. */
  askedFen: Fen,
  nowFen: Fen,
  /** It has come true: back in stock, or cheaper than on the day it was asked. */
  isDue: z.boolean(),
  askedAt: Time,
});

export const noticeRoutes = defineRoutes({
  'GET /api/notices': {
    summary: '到货与降价提醒，已经实现的在前',
    access: 'session',
    query: z.object({ productId: Id.optional() }),
    ok: z.object({
      items: z.array(Notice),
      /** How many of the items are due. */
      dueCount: z.int(),
    }),
    errors: [],
  },
  'POST /api/notices': {
    summary: '要一个提醒；同一个愿望只有一条，再要一次从今天的价格算起',
    access: 'session',
    body: z.object({ kind: NoticeKind, productId: Id, skuId: Id.optional() }),
    ok: Notice,
    status: 201,
    errors: ['not_found'],
  },
  'DELETE /api/notices/:noticeId': {
    summary: '不再提醒',
    access: 'session',
    params: z.object({ noticeId: Id }),
    ok: z.object({}),
    errors: ['not_found'],
  },
});
