import type { adminStaffRoutes } from '@jishi/contract/admin/staff';
import type { AdminHandlers } from '../adminHttp';
import { decideInvitation } from './decideInvitation';
import { printSheet } from './drawSheet';
import { invite, listInvitations, withdrawInvitation } from './invitations';
import { listGuides } from './listGuides';
import { unbind } from './unbind';

export const adminStaffHandlers: AdminHandlers<typeof adminStaffRoutes> = {
  'GET /admin/guides': async (ctx, { actor }) => ({ items: await listGuides(ctx, actor) }),
  'GET /admin/staff-invitations': (ctx, { actor, query }) => listInvitations(ctx, actor, query),
  'POST /admin/staff-invitations': async (ctx, { actor, body }) => {
    const answer = await invite(ctx, actor, body);
    // the token opens a workbench: it stays out of the log
    const { storeName, role, name, expiresAt } = answer;
    return {
      answer,
      target: `invitation ${answer.id}`,
      before: null,
      after: { name, role, storeName, employeeId: answer.employeeId, expiresAt },
    };
  },
  'POST /admin/staff-invitations/:invitationId/withdraw': async (ctx, { actor, params }) => {
    const answer = await withdrawInvitation(ctx, actor, params.invitationId);
    return {
      answer,
      target: `invitation ${answer.id}`,
      before: { state: 'open' },
      after: { state: answer.state, name: answer.name },
    };
  },
  'POST /admin/staff-invitations/:invitationId/decision': async (ctx, { actor, params, body }) => {
    const { before, after } = await decideInvitation(ctx, actor, params.invitationId, body.isApproved);
    return {
      answer: after,
      target: `invitation ${after.id}`,
      before: { state: before.state },
      after: { state: after.state, name: after.askedName, storeName: after.storeName, employeeId: after.employeeId },
    };
  },
  'POST /admin/code-sheets': async (ctx, call) => {
    const { pdf, count } = await printSheet(ctx, call, call.body);
    return { pdf: pdf.toString('base64'), count };
  },
  'POST /admin/employees/:employeeId/unbind': async (ctx, { params }) => {
    const { employeeId } = params;
    const { answer, wasBound } = await unbind(ctx, employeeId);
    return {
      answer,
      target: `employee ${employeeId}`,
      before: { isBound: wasBound },
      after: { isBound: false },
    };
  },
};
