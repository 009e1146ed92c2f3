import type { employeeRoutes } from '@jishi/contract/admin/employees';
import type { AdminHandlers } from '../adminHttp';
import { editEmployee, resetPassword, setEmployeeState } from './editEmployees';
import { createEmployee, getEmployee, listEmployees, type EmployeeBody } from './employees';
import { createFirstOwner } from './firstOwner';
import { listAudit } from './listAudit';
import { changePassword, signIn, signOut } from './signIn';

const summary = ({ loginName, name, role, storeIds }: EmployeeBody) => ({ loginName, name, role, storeIds });

export const employeeHandlers: AdminHandlers<typeof employeeRoutes> = {
  'POST /admin/sessions': (ctx, { body, ip, requestId }) => signIn(ctx, { ...body, ip }, requestId),
  'POST /admin/owner': (ctx, { body, requestId }) => createFirstOwner(ctx, body, requestId),
  'GET /admin/session': (ctx, { actor }) => getEmployee(ctx.db, actor.employeeId),
  'DELETE /admin/session': async (ctx, { actor }) => {
    await signOut(ctx, actor);
    return { answer: {}, target: `employee ${actor.employeeId}`, before: null, after: null };
  },
  'PUT /admin/password': async (ctx, { actor, body, requestId }) => {
    await changePassword(ctx, actor, body, requestId);
    return {};
  },
  'GET /admin/employees': async (ctx) => ({ items: await listEmployees(ctx.db) }),
  'POST /admin/employees': async (ctx, { body }) => {
    const made = await createEmployee(ctx, body);
    return { answer: made, target: `employee ${made.id}`, before: null, after: summary(made) };
  },
  'PUT /admin/employees/:employeeId': async (ctx, { params, body }) => {
    const { before, after } = await editEmployee(ctx, params.employeeId, body);
    return { answer: after, target: `employee ${after.id}`, before: summary(before), after: summary(after) };
  },
  'POST /admin/employees/:employeeId/password': async (ctx, { actor, params }) => ({
    answer: await resetPassword(ctx, actor, params.employeeId),
    target: `employee ${params.employeeId}`,
    before: null,
    after: null,
  }),
  'PUT /admin/employees/:employeeId/state': async (ctx, { actor, params, body }) => {
    const { before, after } = await setEmployeeState(ctx, actor, params.employeeId, body.state);
    return {
      answer: after,
      target: `employee ${after.id}`,
      before: { state: before.state },
      after: { state: after.state },
    };
  },
  'GET /admin/audit': (ctx, { query }) => listAudit(ctx.db, query),
};
