import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { CODE_STATES, CODE_TARGETS } from './plain/codes';

export const CodeToken = z.string().regex(/^[0-9A-Za-z]{6,20}$/);

/** `id`: of the product, or the slug of the category or the campaign page; empty for home. */
export const CodeTargetShape = z.object({ kind: z.enum(CODE_TARGETS), id: z.string().max(100) });

export const codeRoutes = defineRoutes({
  'POST /api/codes/:token/scans': {
    summary: '扫到一个码：记在这次来访上（每次来访只记一次），回答它通往哪里',
    access: 'session',
    params: z.object({ token: z.string().max(100) }),
    ok: z.object({
      state: z.enum(CODE_STATES),
      /** Null unless it is active. */
      target: CodeTargetShape.nullable(),
    }),
    errors: [],
  },
});
