import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { MESSAGE_KINDS, MESSAGE_MOMENTS, type MessageMoment } from './plain/messages';

const moments = Object.keys(MESSAGE_MOMENTS) as [MessageMoment, ...MessageMoment[]];

export const MessageKindName = z.enum(MESSAGE_KINDS);
export const TemplateId = z.string().regex(/^[\w-]{1,100}$/);

export const messageRoutes = defineRoutes({
  'GET /api/messages/templates': {
    summary: '此刻可以请顾客订阅哪些消息；没有配置模板的平台为空',
    access: 'session',
    query: z.object({ moment: z.enum(moments) }),
    ok: z.object({ items: z.array(z.object({ templateId: TemplateId, kind: MessageKindName })) }),
    errors: [],
  },
  'POST /api/messages/grants': {
    summary: '顾客在平台的弹窗里同意了哪些；同意一次，发一条。不认识的模板不计',
    access: 'session',
    isIdempotent: true,
    body: z.object({
      accepted: z
        .array(TemplateId)
        .max(5)
        .refine((ids) => new Set(ids).size === ids.length, { error: '同一个模板只能出现一次' }),
    }),
    ok: z.object({ added: z.int() }),
    errors: ['idempotency_conflict'],
  },
});
