import type { adminMessageRoutes } from '@jishi/contract/admin/messages';
import { MESSAGE_FACTS } from '@jishi/contract/plain/messages';
import type { AdminHandlers } from '../adminHttp';
import { listMessages } from './listMessages';
import { deleteTemplate, listTemplates, saveTemplate } from './templates';

const targetOf = ({ platform, appId, kind }: { platform: string; appId: string; kind: string }) =>
  `message template ${platform}/${appId}/${kind}`;

export const adminMessageHandlers: AdminHandlers<typeof adminMessageRoutes> = {
  'GET /admin/message-templates': async (ctx) => ({
    items: await listTemplates(ctx.db),
    facts: Object.fromEntries(Object.entries(MESSAGE_FACTS).map(([kind, facts]) => [kind, { ...facts }])),
  }),
  'PUT /admin/message-templates/:platform/:appId/:kind': async (ctx, { params, body }) => {
    const { before, after } = await saveTemplate(ctx, params, body);
    return { answer: after, target: targetOf(params), before, after };
  },
  'DELETE /admin/message-templates/:platform/:appId/:kind': async (ctx, { params }) => {
    const before = await deleteTemplate(ctx, params);
    return { answer: {}, target: targetOf(params), before, after: null };
  },
  'GET /admin/messages': (ctx, { query }) => listMessages(ctx.db, query),
};
