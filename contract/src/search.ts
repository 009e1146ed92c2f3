import { z } from 'zod';
import { defineRoutes } from './defineRoutes';

/** `category` and `tag` are names of the shop, `title` a part of a product's title. */
export const Suggestion = z.object({ text: z.string(), kind: z.enum(['category', 'tag', 'title']) });

export const HotWord = z.object({ word: z.string(), badge: z.enum(['hot', 'new']).nullable() });

export const SuggestQuery = z.object({ q: z.string().trim().max(100) });

export const searchRoutes = defineRoutes({
  'GET /api/search/suggestions': {
    summary: '搜索建议：在架商品的分类、标签、标题里含这些字的；都没有时给相近的，isNear 为真',
    access: 'public',
    query: SuggestQuery,
    ok: z.object({ items: z.array(Suggestion), isNear: z.boolean() }),
    errors: [],
  },
  'GET /api/search/hot': {
    summary: '大家在找的词，按店铺排的次序',
    access: 'public',
    ok: z.object({ items: z.array(HotWord) }),
    errors: [],
  },
});
