import { z } from 'zod';
import { HotWord } from '../search';
import { defineAdminRoutes } from './defineAdminRoutes';

const roles = ['owner', 'marketer', 'operator'] as const;
const HotWordList = z.object({ items: z.array(HotWord) });

export const adminHotWordRoutes = defineAdminRoutes({
  'GET /admin/hot-words': { summary: '大家在找的词，按次序', roles, ok: HotWordList, errors: [] },
  'PUT /admin/hot-words': {
    summary: '换成这些词，按给出的次序',
    roles,
    body: z.object({
      items: z
        .array(HotWord.extend({ word: z.string().trim().min(1).max(20), badge: HotWord.shape.badge.default(null) }))
        .max(20)
        .refine((items) => new Set(items.map((item) => item.word)).size === items.length, { error: '词重复' }),
    }),
    ok: HotWordList,
    errors: ['conflict'],
  },
});
