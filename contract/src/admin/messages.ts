import { z } from 'zod';
import { MessageKindName, TemplateId } from '../messages';
import { MESSAGE_FACTS, MESSAGE_PLATFORMS, MESSAGE_STATES } from '../plain/messages';
import { Id, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

const AppId = z.string().regex(/^[\w-]{1,64}$/);
/** `{ "thing1": "title" }`: the template's field, and which of the kind's facts goes there. */
const Fields = z
  .record(z.string().min(1).max(20), z.string().max(40))
  .refine((fields) => Object.keys(fields).length >= 1 && Object.keys(fields).length <= 10, {
    error: '模板要有 1 到 10 个字段',
  });

const TemplateParams = z.object({ platform: z.enum(MESSAGE_PLATFORMS), appId: AppId, kind: MessageKindName });

export const MessageTemplate = TemplateParams.extend({
  templateId: TemplateId,
  fields: Fields,
  isActive: z.boolean(),
  updatedAt: Time,
});

export const MessageTemplateInput = z.object({
  templateId: TemplateId,
  fields: Fields,
  isActive: z.boolean().default(true),
});

export const AdminMessage = z.object({
  id: Id,
  userId: Id,
  kind: MessageKindName,
  state: z.enum(MESSAGE_STATES),
  platform: z.enum(MESSAGE_PLATFORMS).nullable(),
  templateId: z.string().nullable(),
  /** Why it was not sent. */
  note: z.string(),
  createdAt: Time,
  sentAt: Time.nullable(),
});

const roles = ['owner', 'marketer', 'operator'] as const;

export const adminMessageRoutes = defineAdminRoutes({
  'GET /admin/message-templates': {
    summary: '消息模板，和每种消息能填的内容',
    roles,
    ok: z.object({
      items: z.array(MessageTemplate),
      facts: z.record(
        z.enum(Object.keys(MESSAGE_FACTS)),
        z.record(z.string(), z.enum(['text', 'code', 'fen', 'time'])),
      ),
    }),
    errors: [],
  },
  'PUT /admin/message-templates/:platform/:appId/:kind': {
    summary: '设置一种消息的模板；每个字段填的内容必须是这种消息有的，并且合平台的字段类型',
    roles,
    params: TemplateParams,
    body: MessageTemplateInput,
    ok: MessageTemplate,
    errors: ['conflict'],
  },
  'DELETE /admin/message-templates/:platform/:appId/:kind': {
    summary: '不再发这种消息',
    roles,
    params: TemplateParams,
    ok: z.object({}),
    errors: ['not_found'],
  },
  'GET /admin/messages': {
    summary: '发过和没发成的消息，新的在前',
    roles,
    query: AdminPageQuery.extend({
      state: z.enum(MESSAGE_STATES).optional(),
      kind: MessageKindName.optional(),
    }),
    ok: pageOf(AdminMessage),
    errors: [],
  },
});
